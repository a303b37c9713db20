import { jpegSegment } from './chunks.js';

/** Blocks without coefficients that one code can stand for. */
const LONGEST_RUN = 32_767;

/**
 * A grey progressive JPEG of any size that goes over its pixels as often as wanted, each time for
 * nothing, and without breaking a rule: the first scan has one bit for each block, every other one
 * a single frequency of one component at one more bit of precision.
 *
 * @param components 3 for colour, 4 for CMYK
 * @param scans 2,600 at the most with 3 components
 */
export function progressiveJpeg(width: number, height: number, scans: number, components = 3): Buffer {
  const sides = Buffer.alloc(4);
  sides.writeUInt16BE(height, 0);
  sides.writeUInt16BE(width, 2);
  const all = Array.from({ length: components }, (_, n) => n + 1);
  const blocks = Math.ceil(width / 8) * Math.ceil(height / 8);
  const nothing = emptyScan(blocks);
  const parts = [
    Buffer.from([0xff, 0xd8]),
    jpegSegment(0xdb, Buffer.from([0, ...Array<number>(64).fill(1)])),
    jpegSegment(0xc2, Buffer.from([8, ...sides, components, ...all.flatMap((id) => [id, 0x11, 0])])),
    oneCode(0x00, 0),
    oneCode(0x10, 0xe0),
    jpegSegment(0xda, Buffer.from([components, ...all.flatMap((id) => [id, 0]), 0, 0, 0])),
    Buffer.alloc(Math.ceil((blocks * components) / 8)),
  ];
  for (let scan = 1; scan < scans; scan += 1) {
    const frequency = ((scan - 1) % 63) + 1;
    const round = Math.floor((scan - 1) / 63);
    const precision = 13 - Math.floor(round / components);
    const before = precision === 13 ? 0 : precision + 1;
    const id = (round % components) + 1;
    const which = [1, id, 0, frequency, frequency, (before << 4) | precision];
    parts.push(jpegSegment(0xda, Buffer.from(which)), nothing);
  }
  return Buffer.concat([...parts, Buffer.from([0xff, 0xd9])]);
}

/** A Huffman table of one code, a single 0. */
function oneCode(table: number, symbol: number): Buffer {
  return jpegSegment(0xc4, Buffer.from([table, 1, ...Array<number>(15).fill(0), symbol]));
}

/** Runs of empty blocks: a 0 and fourteen bits of length each. */
function emptyScan(blocks: number): Buffer {
  const bits = '011111111111111'.repeat(Math.ceil(blocks / LONGEST_RUN));
  const bytes = bits.match(/.{1,8}/g) ?? [];
  // A byte of ones is followed by a zero byte, so that nobody takes it for a marker.
  return Buffer.from(
    bytes
      .map((byte) => parseInt(byte.padEnd(8, '1'), 2))
      .flatMap((byte) => (byte === 255 ? [255, 0] : [byte])),
  );
}
