import { readBulkRetryRequest } from './bulk-retry-request.js';
import { readRetryRequest } from './retry-request.js';

describe('readRetryRequest', () => {
  it.each([undefined, {}])('takes %j as all of the job', (body) => {
    const { choice, dryRun } = readRetryRequest(body);
    expect(Object.values(choice).filter((part) => part !== undefined)).toEqual([]);
    expect(dryRun).toBe(false);
  });

  it('keeps the filter as it was sent, without what is no filter', () => {
    expect(readRetryRequest({ codes: ['A', 'A'], dry_run: true })).toMatchObject({
      choice: { codes: ['A'] },
      filter: { codes: ['A', 'A'] },
      dryRun: true,
    });
  });

  it.each([{}, { codes: ['A'], states: ['failed'] }])('reads %j in "filter" as it does without', (choice) => {
    expect(readRetryRequest({ filter: choice, dry_run: true })).toEqual(
      readRetryRequest({ ...choice, dry_run: true }),
    );
  });

  it.each([
    [{ stores: ['RP00001'] }, '"stores"'],
    [{ filter: { stores: ['RP00001'] } }, '"stores"'],
    [{ filter: { dry_run: true } }, '"dry_run"'],
    [{ filter: {}, codes: ['A'] }, 'both places'],
    [{ filter: null }, '"filter"'],
    [{ store_ids: ['a\ud800'] }, '"store_ids"'],
    [{ store_ids: [''] }, '"store_ids"'],
    [{ store_ids: ['a\0'] }, '"store_ids"'],
    [{ store_ids: null }, '"store_ids"'],
    [{ store_ids: Array.from({ length: 1_001 }, String) }, '"store_ids"'],
    [{ states: ['measured'] }, '"measured"'],
    [null, 'JSON object'],
  ])('refuses %j', (body, named) => {
    expect(() => readRetryRequest(body)).toThrow(named);
  });
});

describe('readBulkRetryRequest', () => {
  it.each([undefined, {}, { dry_run: true }, { filter: {} }])('never takes %j as all jobs', (body) => {
    expect(() => readBulkRetryRequest(body)).toThrow(
      expect.objectContaining({ code: 'EMPTY_FILTER' }) as Error,
    );
  });

  it.each(['reference', 'label'])('refuses a %s that is no Unicode', (name) => {
    expect(readBulkRetryRequest({ filter: { [name]: 'a:\u{1f600}' } }).dryRun).toBe(false);
    expect(() => readBulkRetryRequest({ filter: { [name]: 'a:\ud83d' } })).toThrow(`"${name}"`);
  });

  it('reads what names jobs, and what names images of them', () => {
    const { filter } = readBulkRetryRequest({
      filter: { job_ids: ['007'], label: 'team:north', from: '2026-03-01', codes: ['HTTP_503'] },
    });
    expect(filter).toMatchObject({
      jobIds: ['7'],
      jobs: { label: { name: 'team', value: 'north' }, created: { from: '2026-03-01T00:00:00.000Z' } },
      choice: { codes: ['HTTP_503'] },
    });
  });
});
