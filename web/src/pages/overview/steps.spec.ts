import { barsOf, stepsOf } from './steps.js';

const at = (text: string) => new Date(`2026-03-01T${text}:00Z`).toISOString();
const DAY = { from: '2026-03-01T00:03:00.000Z', to: '2026-03-02T00:03:00.000Z' };

describe('stepsOf', () => {
  it.each([
    ['15 minutes', { from: at('09:00'), to: at('09:15') }, 1, 'minute'],
    ['6 hours', { from: at('03:00'), to: at('09:00') }, 5, 'minute'],
    ['a day', DAY, 10, 'minute'],
    ['7 days', { from: '2026-03-01T00:00:00Z', to: '2026-03-08T00:00:00Z' }, 60, 'hour'],
    ['30 days', { from: '2026-03-01T00:00:00Z', to: '2026-03-31T00:00:00Z' }, 360, 'hour'],
    ['90 days', { from: '2026-01-01T00:00:00Z', to: '2026-04-01T00:00:00Z' }, 1_440, 'day'],
  ])('cuts %s into bars that can be pointed at', (_, bounds, minutes, ask) => {
    expect(stepsOf(bounds)).toMatchObject({ barMs: minutes * 60_000, ask });
  });

  it('begins with a whole bar', () => {
    expect(new Date(stepsOf(DAY).fromMs).toISOString()).toBe('2026-03-01T00:00:00.000Z');
  });
});

describe('barsOf', () => {
  const row = (time: string, measured: number, codes: Record<string, number> = {}) => ({
    at: at(time),
    measured,
    failed: Object.values(codes).reduce((sum, images) => sum + images, 0),
    codes,
  });

  it('puts the steps of the service together, and has a bar where there was none', () => {
    const steps = stepsOf({ from: at('00:00'), to: at('06:00') });
    const rows = [row('00:01', 2, { HTTP_404: 1 }), row('00:04', 3, { HTTP_404: 1, TLS_FAILED: 2 })];
    const bars = barsOf(steps, rows, Date.parse(at('07:00')));
    expect(bars).toHaveLength(72);
    expect(bars[0]).toMatchObject({ measured: 5, failed: 4, codes: { HTTP_404: 2, TLS_FAILED: 2 } });
    expect(bars[1]).toMatchObject({ measured: 0, failed: 0, codes: {} });
  });

  it('tells the bar that still grows, and those that have not begun', () => {
    const steps = stepsOf({ from: at('09:00'), to: at('09:03') });
    const bars = barsOf(steps, [], Date.parse(at('09:01')) + 1);
    expect(bars.map(({ state }) => state)).toEqual(['over', 'running', 'ahead']);
  });
});
