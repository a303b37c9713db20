interface Sides {
  readonly width: number;
  readonly height: number;
}

/** Sides that the header of a file declares, read without the product and without its decoder. */
export function headerSides(file: Buffer): Sides | undefined {
  try {
    if (file[0] === 0x89) return { width: file.readUInt32BE(16), height: file.readUInt32BE(20) };
    if (file[0] === 0x47) return { width: file.readUInt16LE(6), height: file.readUInt16LE(8) };
    return file[0] === 0xff ? jpegSides(file) : webpSides(file);
  } catch (error) {
    if (error instanceof RangeError) return undefined; // the header is cut
    throw error;
  }
}

/** In the first frame header; fill bytes may come before any marker, and data nobody knows between segments. */
function jpegSides(file: Buffer): Sides | undefined {
  for (let at = 2; ;) {
    while (file.readUInt8(at) !== 0xff) at += 1;
    while (file.readUInt8(at) === 0xff) at += 1;
    const marker = file.readUInt8(at);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { height: file.readUInt16BE(at + 4), width: file.readUInt16BE(at + 6) };
    const isAlone = marker === 0 || marker === 1 || (marker >= 0xd0 && marker <= 0xd9);
    at += isAlone ? 1 : 1 + file.readUInt16BE(at + 1);
  }
}

function webpSides(file: Buffer): Sides | undefined {
  const kind = file.toString('latin1', 12, 16);
  if (kind === 'VP8X') return { width: 1 + file.readUIntLE(24, 3), height: 1 + file.readUIntLE(27, 3) };
  if (kind === 'VP8 ')
    return { width: file.readUInt16LE(26) % 16_384, height: file.readUInt16LE(28) % 16_384 };
  const bits = file.readUInt32LE(21);
  return { width: 1 + (bits % 16_384), height: 1 + (Math.floor(bits / 16_384) % 16_384) };
}
