import { BodyMemory } from './body-memory.js';

describe('BodyMemory', () => {
  it('hands out again what was given back, for bodies of about that size', () => {
    const memory = new BodyMemory();
    const first = memory.take(200_000);
    expect(first.length).toBeGreaterThanOrEqual(200_000);
    memory.giveBack(first);
    expect(memory.take(20_000)).not.toBe(first);
    expect(memory.take(150_000)).toBe(first);
  });

  it('never hands out what somebody holds', () => {
    const memory = new BodyMemory();
    const held = memory.take(0);
    expect(memory.take(0)).not.toBe(held);
  });

  it('keeps neither large pieces nor more than 32 MB in all', () => {
    const memory = new BodyMemory();
    const large = memory.take(2_000_000);
    memory.giveBack(large);
    expect(memory.take(2_000_000)).not.toBe(large);

    const pieces = Array.from({ length: 40 }, () => memory.take(1_000_000));
    for (const piece of pieces) memory.giveBack(piece);
    const again = Array.from({ length: 40 }, () => memory.take(1_000_000));
    expect(again.filter((piece) => pieces.includes(piece))).toHaveLength(32);
  });
});
