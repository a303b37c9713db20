import { appearanceOf } from './appearance.js';

const SIZE = { width: 8, height: 8 };

/** Of each pixel, by its place. */
function picture(channels: number, valueAt: (x: number, y: number, channel: number) => number): Uint8Array {
  return Uint8Array.from({ length: SIZE.width * SIZE.height * channels }, (_, at) => {
    const pixel = Math.floor(at / channels);
    return valueAt(pixel % SIZE.width, Math.floor(pixel / SIZE.width), at % channels);
  });
}

describe('appearanceOf', () => {
  it('finds no edge in a plain picture, nor in an even slope', () => {
    expect(
      appearanceOf(
        picture(1, () => 90),
        SIZE,
      ),
    ).toEqual({ sharpness: 0, brightness: 90 });
    expect(
      appearanceOf(
        picture(1, (x, y) => 10 * x + 5 * y),
        SIZE,
      ).sharpness,
    ).toBe(0);
  });

  it('finds a chessboard as sharp as can be', () => {
    // Each pixel differs from all four neighbours by 255: the Laplacian is 1020 one way or the other.
    const board = picture(1, (x, y) => ((x + y) % 2) * 255);
    expect(appearanceOf(board, SIZE)).toEqual({ sharpness: 1_020 ** 2, brightness: 128 });
  });

  it('sees the same in grey and in colour, and nothing in alpha', () => {
    const valueAt = (x: number, y: number) => (x * 31 + y * 17) % 256;
    const grey = appearanceOf(picture(1, valueAt), SIZE);
    expect(
      appearanceOf(
        picture(2, (x, y, c) => (c === 1 ? 0 : valueAt(x, y))),
        SIZE,
      ),
    ).toEqual(grey);
    expect(appearanceOf(picture(3, valueAt), SIZE)).toEqual(grey);
    expect(
      appearanceOf(
        picture(4, (x, y, c) => (c === 3 ? 255 : valueAt(x, y))),
        SIZE,
      ),
    ).toEqual(grey);
  });

  it('takes green for brighter than blue', () => {
    const only = (channel: number) =>
      appearanceOf(
        picture(3, (_x, _y, c) => (c === channel ? 255 : 0)),
        SIZE,
      );
    expect([only(0), only(1), only(2)].map(({ brightness }) => brightness)).toEqual([76, 149, 28]);
  });
});
