import { limitsInForce, type Settings } from './limits-in-force.js';

/** The value of each setting is its own name, so that a limit tells where it was read. */
const section = (name: string) => new Proxy({}, { get: (_, key) => `${name}.${String(key)}` });
const settings = new Proxy({}, { get: (_, name) => section(String(name)) }) as Settings;

describe('limitsInForce', () => {
  const limits = limitsInForce(settings);

  it('reads each value from a setting of its own', () => {
    expect(new Set(limits.map(({ value }) => value)).size).toBe(limits.length);
    expect(limits).toContainEqual(
      expect.objectContaining({ name: 'JOB_MAX_IMAGES', value: 'jobs.maxImages' }),
    );
  });

  it('describes each once, in a sentence', () => {
    expect(new Set(limits.map(({ name }) => name)).size).toBe(limits.length);
    expect(limits.filter(({ description }) => !/^[A-Z].*\.$/.test(description))).toEqual([]);
  });
});
