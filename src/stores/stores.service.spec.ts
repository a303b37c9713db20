import type { LookedUp, StoresRepository } from './stores.repository.js';
import { StoresService } from './stores.service.js';

type Unusable = Omit<LookedUp, 'categories'>;

function serviceFinding(unusable: Unusable) {
  const asked: (readonly string[])[] = [];
  const lookUpIds = (ids: readonly string[]) => {
    asked.push(ids);
    return Promise.resolve({ ...unusable, categories: new Map() });
  };
  return { service: new StoresService({ lookUpIds } as unknown as StoresRepository), asked };
}

const ids = (count: number) => Array.from({ length: count }, (_, i) => `X${i}`);

describe('StoresService.assertKnown', () => {
  it('asks once, for each id once', async () => {
    const { service, asked } = serviceFinding({});
    await service.assertKnown(['A', 'B', 'A', 'A']);
    expect(asked).toEqual([['A', 'B']]);
  });

  it('names the one store nobody knows', async () => {
    const { service } = serviceFinding({ unknown: { count: 1, first: ['X9'] } });
    await expect(service.assertKnown(['X9'])).rejects.toMatchObject({
      kind: 'invalid',
      code: 'UNKNOWN_STORE',
      message: 'The store "X9" is not in the Store Master.',
    });
  });

  it('names the first ten of many unknown stores and says how many there are', async () => {
    const { service } = serviceFinding({ unknown: { count: 12, first: ids(10) } });
    await expect(service.assertKnown(ids(12))).rejects.toThrow(
      '12 stores are not in the Store Master: "X0", "X1", "X2", "X3", "X4", "X5", "X6", "X7", "X8", "X9" and 2 more.',
    );
  });

  it('names inactive stores when all are known', async () => {
    const { service } = serviceFinding({ inactive: { count: 2, first: ['A', 'B'] } });
    await expect(service.assertKnown(['A', 'B'])).rejects.toMatchObject({
      kind: 'invalid',
      code: 'STORE_INACTIVE',
      message: '2 stores are no longer active: "A", "B".',
    });
  });

  it('cuts ids of any length', async () => {
    const { service } = serviceFinding({ unknown: { count: 1, first: ['x'.repeat(9_999)] } });
    const error = await service.assertKnown(['x']).then(undefined, (thrown: unknown) => thrown as Error);
    expect((error as Error).message.length).toBeLessThan(300);
  });
});
