import { csvFile, csvLine } from './csv-file.js';
import { COLUMNS, type ResultRow } from './result-columns.js';

const row: ResultRow = {
  jobId: '128',
  reference: null,
  run: 0,
  idx: 3,
  storeId: 'RP00001',
  storeName: 'BHAT TELCOM,-3',
  areaCode: '7100015',
  visitTime: new Date('2026-03-01T09:30:00Z'),
  url: 'https://example.com/1.jpg',
  state: 'measured',
  width: 1200,
  height: 900,
  perimeter: 4200,
  format: 'jpeg',
  bytes: 131000,
  code: null,
  error: null,
  attempts: 1,
  queueMs: 1,
  downloadMs: 2,
  verifyMs: 3,
  simulateMs: 4,
  recordMs: null,
  recordedAt: new Date('2026-03-01T09:30:01.250Z'),
  sharpness: 840,
  brightness: 118,
  rulesVersion: 7,
  warnings: [
    { code: 'RULE_MIN_WIDTH', message: 'It is narrow.' },
    { code: 'RULE_FORMATS', message: 'It is no PNG.' },
  ],
  visitNo: 2,
  priority: 10,
};

/** The text of one column in the line of a row. */
function valueOf(name: string, change: Partial<ResultRow>): string | undefined {
  const at = COLUMNS.findIndex((column) => column.name === name);
  return csvLine({ ...row, storeName: 'A', ...change }).split(',')[at];
}

describe('csvLine', () => {
  it('writes numbers as numbers, times in UTC, and nothing for what is not there', () => {
    expect(csvLine(row)).toBe(
      '128,,0,3,RP00001,"BHAT TELCOM,-3",7100015,2026-03-01T09:30:00.000Z,https://example.com/1.jpg,measured,' +
        '1200,900,4200,jpeg,131000,,,1,1,2,3,4,,10,2026-03-01T09:30:01.250Z,840,118,7,RULE_MIN_WIDTH RULE_FORMATS,2,10\r\n',
    );
  });

  it.each([
    ['a"b', '"a""b"'],
    ['a\nb', '"a\nb"'],
    [' a', '" a"'],
    ['=1+1', "'=1+1"],
    ['-1', "'-1"],
    ['=1+"1"', '"\'=1+""1"""'],
  ])('writes the text %j as %s', (text, written) => {
    expect(valueOf('reference', { reference: text })).toBe(written);
  });

  it('leaves a number below zero a number', () => {
    expect(valueOf('queue_ms', { queueMs: -5 })).toBe('-5');
  });
});

describe('csvFile', () => {
  it('begins with a byte order mark and the names, also when no row comes', async () => {
    const pieces: string[] = [];
    for await (const piece of csvFile(batches([]))) pieces.push(piece);
    expect(pieces.join('')).toBe(`\ufeff${COLUMNS.map(({ name }) => name).join(',')}\r\n`);
  });
});

// eslint-disable-next-line @typescript-eslint/require-await
async function* batches(all: readonly (readonly ResultRow[])[]): AsyncGenerator<readonly ResultRow[]> {
  yield* all;
}
