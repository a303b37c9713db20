import fc from 'fast-check';
import { readVisits } from './visits-csv.js';

const HEADER = 'store_id,image_url,visit_time';
const NOON = '2026-03-01T12:00:00Z';
const csv = (...rows: string[]) => [HEADER, ...rows].join('\n');

/** What a file is refused with. */
function problemsOf(text: string): string {
  try {
    readVisits(text);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('It was taken.');
}

describe('readVisits', () => {
  it('makes one visit of the rows with the same store and time, in the order of the file', () => {
    const text = csv(`A,u1,${NOON}`, `B,u2,${NOON}`, `A,u3,${NOON}`, `A,u4,2026-03-02T12:00:00Z`);
    expect(readVisits(text)).toEqual([
      { store_id: 'A', image_url: ['u1', 'u3'], visit_time: NOON },
      { store_id: 'B', image_url: ['u2'], visit_time: NOON },
      { store_id: 'A', image_url: ['u4'], visit_time: '2026-03-02T12:00:00Z' },
    ]);
  });

  it('knows a time by what it means, not by how it is written', () => {
    const [visit, ...others] = readVisits(csv(`A,u1,${NOON}`, 'A,u2,2026-03-01T17:30:00+05:30'));
    expect([visit?.image_url, others]).toEqual([['u1', 'u2'], []]);
  });

  it.each([
    ['with CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
    ['with CR alone', (text: string) => text.replaceAll('\n', '\r')],
    ['with semicolons', (text: string) => text.replaceAll(',', ';')],
    ['with tabs', (text: string) => text.replaceAll(',', '\t')],
    ['with blank lines', (text: string) => `\n${text.replaceAll('\n', '\n\n')}\n`],
    ['with rows that were emptied', (text: string) => text.replaceAll('\n', '\n,,\n')],
    ['with all values quoted', (text: string) => text.replaceAll(/[^,\n]+/g, '"$&"')],
    ['with spaces around values', (text: string) => text.replaceAll(',', ' , ')],
    ['with a header in capitals', (text: string) => text.replace(HEADER, HEADER.toUpperCase())],
  ])('reads the same from a file %s', (_, rewrite) => {
    const text = csv(`A,u1,${NOON}`, `B,u2,${NOON}`);
    expect(readVisits(rewrite(text))).toEqual(readVisits(text));
  });

  it('takes columns in any order, and lets others be', () => {
    const text = `note,visit_time,image_url,store_id\n"a, b",${NOON},"http://h/?a=1,2",A`;
    expect(readVisits(text)).toEqual([{ store_id: 'A', image_url: ['http://h/?a=1,2'], visit_time: NOON }]);
  });

  it('names every row that does not fit by its line, also behind a value of several lines', () => {
    const text = `note,${HEADER}\n"two\nlines",A,u,${NOON}\nx,,u,${NOON}\nx,A,u,2026-02-30T12:00:00Z\nx,A,u`;
    expect(problemsOf(text).split('\n')).toEqual([
      'line 4: store_id is empty.',
      'line 5: visit_time is "2026-02-30T12:00:00Z", which is not a time such as "2026-03-01T09:30:00Z".',
      'line 6: The row has 3 values, the header has 4.',
    ]);
  });

  it('names twenty rows and counts the others', () => {
    const lines = problemsOf(csv(...Array<string>(30).fill('A,,'))).split('\n');
    expect([lines.length, lines[0], lines.at(-1)]).toEqual([
      21,
      'line 2: image_url is empty.',
      'and 10 more rows',
    ]);
  });

  it.each([
    ['', 'line 1: The file is empty.'],
    [HEADER, 'line 1: The file has no rows.'],
    [
      `store_id,url\nA,u`,
      /^line 1: The header must have .* it lacks image_url and visit_time \(found: store_id, url\)/,
    ],
    [`${HEADER},store_id\nA,u,${NOON},B`, 'line 1: The header has the column store_id twice.'],
    [csv(`A,"u,${NOON}`, `B,u,${NOON}`), 'line 2: A quote is opened and never closed.'],
    [csv(`A,"u"x,${NOON}`), 'line 2: A closing quote is followed by more of the same value.'],
    [
      csv(`A,${'u'.repeat(2049)},${NOON}`),
      'line 2: image_url has 2049 characters; at most 2048 are possible.',
    ],
  ])('refuses %j', (text, problem) => {
    const found = problemsOf(text);
    if (typeof problem === 'string') expect(found).toBe(problem);
    else expect(found).toMatch(problem);
  });

  it('gives back whatever was written as CSV', () => {
    const value = fc.string({
      minLength: 1,
      maxLength: 20,
      unit: fc.constantFrom('a', '"', ',', ';', '\n', '\r\n', ' ', 'é'),
    });
    const values = fc.array(
      value.filter((text) => text.trim() !== ''),
      { minLength: 1 },
    );
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(values, (urls) => {
        const [visit] = readVisits(csv(...urls.map((url) => `A,${quoted(url)},${NOON}`)));
        expect(visit?.image_url).toEqual(urls.map((url) => url.trim()));
      }),
    );
  });

  it('takes 100,000 rows', () => {
    const rows = Array.from({ length: 100_000 }, (_, n) => `RP${n % 5_000},http://h/${n}.jpg,${NOON}`);
    const visits = readVisits(csv(...rows));
    expect([visits.length, visits[0]?.image_url.length]).toEqual([5_000, 20]);
  });
});
