import type { Request, Response } from 'express';
import type { AccessMode } from '../config/access.config.js';
import { guardOpenMode } from './admission.js';

const LOCAL = 'localhost:8081';

/** @returns the code of the refusal, or `goes on` */
function outcome(mode: AccessMode, bindsLoopback: boolean, changes: object): string {
  const request = {
    method: 'DELETE',
    path: '/api/keys/1',
    host: LOCAL,
    headers: { host: LOCAL },
    ...changes,
  };
  try {
    const guard = guardOpenMode({ mode, bindsLoopback, publicUrl: 'http://localhost:8081' });
    guard(request as Request, {} as Response, () => undefined);
    return 'goes on';
  } catch (error) {
    return (error as { code: string }).code;
  }
}

describe('guardOpenMode', () => {
  const foreignName = { host: 'evil.example', headers: { host: 'evil.example' } };
  const foreignPage = { headers: { host: LOCAL, origin: 'https://evil.example' } };

  it.each<[AccessMode, boolean, string, string]>([
    ['open', true, 'HOST_NOT_LOCAL', 'ORIGIN_REFUSED'],
    ['off', true, 'HOST_NOT_LOCAL', 'ORIGIN_REFUSED'],
    ['off', false, 'goes on', 'ORIGIN_REFUSED'],
    ['keys', true, 'goes on', 'goes on'],
  ])('%s, on loopback %j: a foreign name %s, a foreign page %s', (mode, bindsLoopback, name, page) => {
    expect(outcome(mode, bindsLoopback, {})).toBe('goes on');
    expect(outcome(mode, bindsLoopback, foreignName)).toBe(name);
    expect(outcome(mode, bindsLoopback, foreignPage)).toBe(page);
  });

  it('looks at the name that was asked and at the name a proxy tells', () => {
    expect(outcome('open', true, { headers: { host: 'evil.example' } })).toBe('HOST_NOT_LOCAL');
    expect(outcome('open', true, { host: 'evil.example' })).toBe('HOST_NOT_LOCAL');
  });
});
