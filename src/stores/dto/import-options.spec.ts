import { assertCsv, importOptionsFrom } from './import-options.js';

const NOBODY = { id: '', name: 'open' };

describe('importOptionsFrom', () => {
  it('imports carefully when nothing is said', () => {
    expect(importOptionsFrom({}, NOBODY)).toEqual({
      fileName: 'upload.csv',
      importedBy: 'api',
      dryRun: false,
      deactivateMissing: false,
      allowRejects: false,
    });
  });

  it('says whose key was used', () => {
    expect(importOptionsFrom({}, { id: '3', name: 'head-office' }).importedBy).toBe('head-office');
  });

  it('reads every option', () => {
    const query = { dry_run: 'true', deactivate_missing: 'true', allow_rejects: 'false', file_name: 'a.csv' };
    expect(importOptionsFrom(query, NOBODY)).toMatchObject({
      fileName: 'a.csv',
      dryRun: true,
      deactivateMissing: true,
      allowRejects: false,
    });
  });

  it.each([
    [{ dry_run: 'yes' }, /"dry_run" must be true, false/],
    [{ allow_rejects: ['true', 'true'] }, /"allow_rejects"/],
    [{ file_name: 'x'.repeat(256) }, /"file_name"/],
    [{ file_name: 'a\0' }, /"file_name"/],
  ])('names the value that does not fit in %j', (query, message) => {
    expect(() => importOptionsFrom(query, NOBODY)).toThrow(message);
  });
});

describe('assertCsv', () => {
  it.each(['text/csv', 'Text/CSV; charset=UTF-8', 'text/csv;header=present; charset="utf8"'])(
    'takes %s',
    (type) => {
      expect(() => assertCsv({ 'content-type': type })).not.toThrow();
    },
  );

  it.each([
    { 'content-type': 'application/json' },
    { 'content-type': 'text/csv; charset=iso-8859-1' },
    { 'content-type': 'text/csv', 'content-encoding': 'gzip' },
    {},
  ])('refuses %j', (headers) => {
    expect(() => assertCsv(headers)).toThrow(/Content-Type: text\/csv/);
  });
});
