import { entryOf } from './history.js';

const event = (kind: Parameters<typeof entryOf>[0]['kind'], detail: Record<string, unknown> | null = null) =>
  entryOf({ kind, detail, at: '2026-03-01T09:30:00.000Z', actor: null });

describe('entryOf', () => {
  it('says what happened, with figures', () => {
    expect(event('submitted', { visits: 1, images: 2_000 }).detail).toBe('1 visit, 2,000 images');
    expect(event('cancelled', { images: 7 }).detail).toBe('7 images given up');
    expect(event('reopened', { run: 2, images: 3, filter: { codes: ['HTTP_503'] } })).toMatchObject({
      what: 'Run 2 begun',
      detail: '3 images, HTTP_503',
    });
  });

  it('tells a good end from others', () => {
    expect(event('settled', { processed: 10, failed: 0, cancelled: 0 })).toMatchObject({
      detail: '10 images measured',
      tone: 'good',
    });
    expect(event('settled', { processed: 1, failed: 2, cancelled: 3 })).toMatchObject({
      detail: '1 image measured, 2 failed, 3 cancelled',
      tone: 'bad',
    });
  });
});
