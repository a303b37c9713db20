import { RejectList } from '../csv/reject.js';
import { ImportRejectedError } from '../import/import.errors.js';
import type { ImportResult } from '../import/import-result.js';
import { refusalOf, reportOf } from './report.js';

const RESULT: ImportResult = {
  id: '7',
  fileName: 'stores.csv',
  importedBy: 'somebody',
  dryRun: false,
  deactivateMissing: false,
  allowRejects: true,
  sha256: 'ab',
  rows: 4944,
  inserted: 12,
  updated: 3,
  unchanged: 4928,
  rejected: 1,
  deactivated: 0,
  rejects: [{ line: 17, reason: 'StoreID is blank.' }],
  startedAt: new Date('2026-03-01T09:30:00.000Z'),
  finishedAt: new Date('2026-03-01T09:30:01.250Z'),
  searchableAt: new Date('2026-03-01T09:30:01.250Z'),
};

function rejects(count: number): RejectList {
  const list = new RejectList();
  for (let line = 2; line < count + 2; line += 1) list.add({ line, reason: 'StoreID is blank.' });
  return list;
}

describe('reportOf', () => {
  it('shows every count, the rejects and the number of the import', () => {
    expect(reportOf(RESULT).split('\n')).toEqual([
      'stores.csv',
      '  rows        4944',
      '  inserted      12',
      '  updated        3',
      '  unchanged   4928',
      '  rejected       1',
      '  deactivated    0',
      '  line 17: StoreID is blank.',
      'Import 7 is stored (1.3 s).',
    ]);
  });

  it('says that a dry run changed nothing', () => {
    const dryRun = { ...RESULT, id: null, dryRun: true, searchableAt: null };
    expect(reportOf(dryRun)).toMatch(/Dry run: nothing was changed \(1.3 s\)\.$/);
  });

  it('says of an import whose names are still to be read that not all are found yet', () => {
    expect(reportOf({ ...RESULT, searchableAt: null })).toMatch(/until it has, not all of them are found\.$/);
  });
});

describe('refusalOf', () => {
  it('lists the first rejects, counts the others, and names the way out', () => {
    const text = refusalOf(ImportRejectedError.forRows(100, rejects(30)));
    expect(text).toContain(
      'Nothing was loaded: 30 of 100 rows cannot be; the first is line 2: StoreID is blank.',
    );
    expect(text).toContain('  line 21: StoreID is blank.\n  ... and 10 more');
    expect(text).toContain('--allow-rejects');
  });

  it('names no way out for a file that cannot be read', () => {
    const error = ImportRejectedError.forFile({ line: 1, reason: 'The file is empty.' }, 0, new RejectList());
    expect(refusalOf(error)).toBe(
      'Nothing was loaded: the file cannot be read at line 1: The file is empty.',
    );
  });
});
