import { readVisits } from './csv-visits.js';
import { problemsCsv, withoutStores } from './unusable-rows.js';

const HEADER = 'store_id,image_url,visit_time';
const NOON = '2026-03-01T12:00:00Z';
const csv = (...rows: string[]) => [HEADER, ...rows].join('\n');
const read = (text: string) => readVisits(text, () => undefined, new AbortController().signal);
const problemsOf = async (text: string) =>
  (await read(text)).problems.map(({ line, sentence }) => `line ${line}: ${sentence}`);

describe('readVisits', () => {
  it('makes one visit of the rows with the same store and instant, in the order of the file', async () => {
    const text = csv(
      `A,u1,${NOON}`,
      `B,u2,${NOON}`,
      'A,u3,2026-03-01T17:30:00+05:30',
      'A,u4,2026-03-02T12:00:00Z',
    );
    const content = await read(text);
    expect(content.visits).toEqual([
      { store_id: 'A', image_url: ['u1', 'u3'], visit_time: NOON, lines: [2, 4] },
      { store_id: 'B', image_url: ['u2'], visit_time: NOON, lines: [3] },
      { store_id: 'A', image_url: ['u4'], visit_time: '2026-03-02T12:00:00Z', lines: [5] },
    ]);
    expect([content.rows, content.problems, content.preview[0]]).toEqual([
      4,
      [],
      { line: 2, store_id: 'A', image_url: 'u1', visit_time: NOON },
    ]);
  });

  it.each([
    ['with CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
    ['with CR alone', (text: string) => text.replaceAll('\n', '\r')],
    ['with both kinds of line ends', (text: string) => text.replace('\n', '\r\n')],
    ['with a byte order mark', (text: string) => `\ufeff${text}`],
    ['with semicolons', (text: string) => text.replaceAll(',', ';')],
    ['with tabs', (text: string) => text.replaceAll(',', '\t')],
    ['with all values quoted', (text: string) => text.replaceAll(/[^,\n]+/g, '"$&"')],
    ['with spaces around values', (text: string) => text.replaceAll(',', ' , ')],
    ['with a header in capitals', (text: string) => text.replace(HEADER, HEADER.toUpperCase())],
  ])('reads the same from a file %s', async (_, rewrite) => {
    const text = csv(`A,u1,${NOON}`, `B,u2,${NOON}`);
    expect(await read(rewrite(text))).toEqual(await read(text));
  });

  it('takes columns in any order, lets others be, and passes over emptied rows', async () => {
    const text = `note,visit_time,image_url,store_id\n\n,,,\n"a, b",${NOON},"http://h/?a=1,2",A`;
    expect((await read(text)).visits).toEqual([
      { store_id: 'A', image_url: ['http://h/?a=1,2'], visit_time: NOON, lines: [4] },
    ]);
  });

  it('names every row that does not fit by its line, also behind a value of several lines', async () => {
    const text = `note,${HEADER}\n"two\nlines",A,u,${NOON}\nx,,u,${NOON}\nx,A,u,2026-02-30T12:00:00Z\nx,A,u`;
    expect(await problemsOf(text)).toEqual([
      'line 4: store_id is empty.',
      'line 5: visit_time is "2026-02-30T12:00:00Z", which is not a time such as "2026-03-01T09:30:00Z".',
      'line 6: The row has 3 values, the header has 4.',
    ]);
    expect((await read(text)).visits).toHaveLength(1);
  });

  it('refuses an address that is too long', async () => {
    expect(await problemsOf(csv(`A,${'u'.repeat(2049)},${NOON}`))).toEqual([
      'line 2: image_url has 2049 characters; at most 2048 are possible.',
    ]);
  });

  it.each([
    ['', 'The file is empty.'],
    [csv(`A,"u,${NOON}`, `B,u,${NOON}`), 'Line 2: A quote is opened and never closed.'],
    [csv(`A,"u"x,${NOON}`), 'Line 2: A closing quote is followed by more of the same value.'],
    [HEADER, 'The file has no rows.'],
    [
      `store_id,url\nA,u`,
      /^The header must have .* it lacks image_url and visit_time \(found: store_id, url\)/,
    ],
    [`${HEADER},store_id\nA,u,${NOON},B`, 'The header has the column store_id twice.'],
  ])('makes nothing of %j', async (text, reason) => {
    const { fatal, visits } = await read(text);
    expect(visits).toEqual([]);
    if (typeof reason === 'string') expect(fatal).toBe(reason);
    else expect(fatal).toMatch(reason);
  });

  it('reads 100,000 rows piece by piece, with values over several lines between', async () => {
    const rows = Array.from(
      { length: 100_000 },
      (_, n) => `RP${n % 5_000},"http://h/${n}.jpg",${NOON},"x\ny"`,
    );
    const shares: number[] = [];
    const text = [`${HEADER},note`, ...rows, `,,${NOON},z`].join('\r\n');
    const content = await readVisits(text, (share) => shares.push(share), new AbortController().signal);
    expect([content.rows, content.visits.length, content.visits[0]?.image_url.length]).toEqual([
      100_001, 5_000, 20,
    ]);
    expect(content.problems).toEqual([{ line: 200_002, sentence: 'store_id is empty.' }]);
    expect(shares.length).toBeGreaterThan(20);
    expect([...shares].sort((a, b) => a - b)).toEqual(shares);
    expect(shares.at(-1)).toBe(1);
  });

  it('stops when nobody wants it any more', async () => {
    await expect(readVisits(csv(`A,u,${NOON}`), () => undefined, AbortSignal.abort())).rejects.toThrow();
  });
});

describe('Rows of stores that nobody may visit', () => {
  it('become problems among the others, and leave what can be sent', async () => {
    const content = await read(csv(`A,u1,${NOON}`, `X,u2,${NOON}`, `,u3,${NOON}`, `X,u4,${NOON}`));
    const { visits, problems } = withoutStores(content, new Map([['X', 'There is no store X.']]));
    expect(visits.map(({ store_id }) => store_id)).toEqual(['A']);
    expect(problemsCsv(problems)).toBe(
      'line,problem\r\n3,"There is no store X."\r\n4,"store_id is empty."\r\n5,"There is no store X."\r\n',
    );
  });
});
