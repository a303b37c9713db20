import type { IncomingMessage } from 'node:http';
import { HeldBodies } from './held-bodies.js';

const request = () => ({}) as IncomingMessage;

describe('HeldBodies', () => {
  it('takes large bodies until they are too much together, and again when one is answered', () => {
    const held = new HeldBodies(1_000_000);
    const [first, second] = [request(), request()];
    held.grow(first, 400_000);
    held.grow(first, 600_000);
    held.grow(second, 400_000);
    expect(() => held.grow(second, 400_001)).toThrow(/send this one again/);
    held.release(first);
    held.grow(second, 900_000);
  });

  it('gives a body no more room once its client has gone', () => {
    const held = new HeldBodies(1_000_000);
    const [gone, other] = [request(), request()];
    held.grow(gone, 400_000);
    held.release(gone);
    expect(() => held.grow(gone, 500_000)).toThrow(/closed before the body was read/);
    held.grow(other, 1_000_000);
  });

  it('takes small bodies all the same', () => {
    const held = new HeldBodies(100_000);
    held.grow(request(), 100_000);
    held.grow(request(), 65_536);
    expect(() => held.grow(request(), 65_537)).toThrow();
  });
});
