import readWorkbook from 'read-excel-file/node';
import { COLUMNS, type ResultRow } from './result-columns.js';
import { xlsxFile } from './xlsx-file.js';

const row = (idx: number, change: Partial<ResultRow> = {}): ResultRow => ({
  jobId: '128',
  reference: null,
  run: 0,
  idx,
  storeId: '00017',
  storeName: 'दुकान <A&B>',
  areaCode: '7100015',
  visitTime: new Date('2026-03-01T09:30:00Z'),
  url: 'https://example.com/1.jpg',
  state: 'failed',
  width: null,
  height: null,
  perimeter: null,
  format: null,
  bytes: null,
  code: 'HTTP_404',
  error: 'It is gone.',
  attempts: 1,
  queueMs: 5,
  downloadMs: null,
  verifyMs: null,
  simulateMs: null,
  recordMs: null,
  recordedAt: new Date('2026-03-01T09:30:01Z'),
  sharpness: null,
  brightness: null,
  rulesVersion: null,
  warnings: null,
  visitNo: 0,
  priority: null,
  ...change,
});

async function sheetsOf(rows: readonly ResultRow[], sheetRows?: number) {
  const pieces: Uint8Array[] = [];
  for await (const piece of xlsxFile(inBatches(rows), sheetRows)) pieces.push(piece);
  return readWorkbook(Buffer.concat(pieces), { trim: false });
}

// eslint-disable-next-line @typescript-eslint/require-await
async function* inBatches(rows: readonly ResultRow[]): AsyncGenerator<readonly ResultRow[]> {
  for (let at = 0; at < rows.length; at += 2) yield rows.slice(at, at + 2);
}

const at = (name: string) => COLUMNS.findIndex((column) => column.name === name);

describe('xlsxFile', () => {
  it('keeps text text, numbers numbers and times times', async () => {
    const [sheet] = await sheetsOf([row(7)]);
    const [names, cells] = sheet?.data ?? [];
    expect(names).toEqual(COLUMNS.map(({ name }) => name));
    expect(cells?.[at('job_id')]).toBe(128);
    expect(cells?.[at('idx')]).toBe(7);
    expect(cells?.[at('store_id')]).toBe('00017');
    expect(cells?.[at('store_name')]).toBe('दुकान <A&B>');
    expect(cells?.[at('visit_time')]).toBeInstanceOf(Date);
    // A spreadsheet counts in days, so a reader gets the time to the millisecond, give or take one.
    expect(cells?.[at('visit_time')]?.valueOf()).toBeCloseTo(Date.parse('2026-03-01T09:30:00Z'), -1);
    expect(cells?.[at('width')]).toBeNull();
    expect(cells?.[at('total_ms')]).toBe(5);
  });

  it('puts an apostrophe before what would be calculated when somebody edits it', async () => {
    const [sheet] = await sheetsOf([row(0, { reference: '=1+1', url: ' @x', storeName: 'a=1' })]);
    const cells = sheet?.data[1];
    expect([cells?.[at('reference')], cells?.[at('image_url')], cells?.[at('store_name')]]).toEqual([
      "'=1+1",
      "' @x",
      'a=1',
    ]);
  });

  it('writes characters that XML cannot have', async () => {
    const [sheet] = await sheetsOf([row(0, { reference: 'a\u0001b', error: 'a\nb' })]);
    expect(sheet?.data[1]?.[at('error')]).toBe('a\nb');
    expect(String(sheet?.data[1]?.[at('reference')])).toMatch(/^a.*b$/);
  });

  it('writes a time before the first day of spreadsheets as text', async () => {
    const [sheet] = await sheetsOf([row(0, { visitTime: new Date('1066-10-14T09:00:00Z') })]);
    expect(sheet?.data[1]?.[at('visit_time')]).toBe('1066-10-14T09:00:00.000Z');
  });

  it('goes on in another sheet when one is full, each with the names', async () => {
    const sheets = await sheetsOf(
      [0, 1, 2, 3, 4].map((idx) => row(idx)),
      3,
    );
    expect(sheets.map(({ data }) => data.map((cells) => cells[at('idx')]))).toEqual([
      ['idx', 0, 1],
      ['idx', 2, 3],
      ['idx', 4],
    ]);
  });
});
