import { readFileSync } from 'node:fs';
import { adviceFor } from './advice.js';

/** The codes in the README's table of them. */
const codes = readFileSync('README.md', 'utf8')
  .split('\n')
  .filter((line) => /^\| `[A-Z0-9_]+`.* \| /.test(line))
  .slice(0, 40)
  .flatMap((line) =>
    [...(line.split('|')[1] ?? '').matchAll(/`([A-Z0-9_]+)`/g)].map(([, code]) => code ?? ''),
  );
const ofImages = codes.slice(codes.indexOf('URL_INVALID'), codes.indexOf('INTERNAL_ERROR') + 1);

describe('adviceFor', () => {
  it('has a word for every code an image can fail with', () => {
    expect(ofImages.length).toBeGreaterThan(20);
    const unknown = adviceFor('SOMETHING_ELSE');
    expect(ofImages.filter((code) => adviceFor(code).what === unknown.what)).toEqual([]);
  });

  it.each([
    ['HTTP_404', 'then'],
    ['HTTP_503', 'now'],
    ['HTTP_418', 'then'],
    ['IMAGE_DAMAGED', 'then'],
    ['DOWNLOAD_TIMEOUT', 'now'],
    ['URL_INVALID', 'never'],
  ])('says when running images with %s again may help: %s', (code, again) =>
    expect(adviceFor(code).again).toBe(again),
  );
});
