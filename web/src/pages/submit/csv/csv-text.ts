/** How files of other kinds begin. */
const FOREIGN: readonly (readonly [bytes: readonly number[], what: string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'an Excel workbook'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old Excel workbook'],
  [[0xff, 0xfe], 'UTF-16 text'],
  [[0xfe, 0xff], 'UTF-16 text'],
];

/**
 * The text of a file, without a byte order mark.
 *
 * @throws Error with a sentence that tells what to do
 */
export function csvText(content: ArrayBuffer, name: string): string {
  const start = new Uint8Array(content, 0, Math.min(4, content.byteLength));
  const foreign = FOREIGN.find(([bytes]) => bytes.every((byte, at) => start[at] === byte));
  if (foreign) throw new Error(`${name} is ${foreign[1]}. Save it as "CSV UTF-8" and try again.`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    throw new Error(`${name} is not UTF-8 text. Save it as "CSV UTF-8" and try again.`);
  }
}
