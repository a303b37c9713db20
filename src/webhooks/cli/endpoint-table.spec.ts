import type { Endpoint } from '../endpoints/endpoint.js';
import { endpointTable, everyEndpoint } from './endpoint-table.js';

const endpoint = (id: string, disabledReason: string | null = null): Endpoint => ({
  id,
  url: 'https://example.com/hook',
  events: ['job.settled', 'job.failed'],
  description: 'Billing',
  createdBy: 'admin',
  enabled: disabledReason === null,
  disabledAt: disabledReason === null ? null : new Date(),
  disabledReason,
  failingSince: null,
  oldSecretUntil: null,
  createdAt: new Date(),
  updatedAt: new Date(),
});

describe('endpointTable', () => {
  it('has a line for each webhook, and says why one is disabled', () => {
    expect(
      endpointTable([endpoint('2'), endpoint('1', 'Its receiver answered 410 (Gone).')]).split('\n'),
    ).toEqual([
      '2  enabled   job.settled,job.failed  https://example.com/hook  Billing',
      '1  disabled  job.settled,job.failed  https://example.com/hook  Billing',
      '    Its receiver answered 410 (Gone).',
    ]);
  });

  it('says when there is none', () => {
    expect(endpointTable([])).toBe('No webhook is registered.');
  });
});

describe('everyEndpoint', () => {
  it('reads page by page to the end', async () => {
    const pages = [
      { items: [endpoint('2')], nextCursor: Buffer.from('["2"]').toString('base64url') },
      { items: [endpoint('1')], nextCursor: null },
    ];
    const findPage = (beforeId?: string) => Promise.resolve(pages[beforeId === '2' ? 1 : 0] ?? pages[0]!);
    expect((await everyEndpoint({ findPage })).map(({ id }) => id)).toEqual(['2', '1']);
  });
});
