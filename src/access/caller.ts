import type { Request } from 'express';
import { plainAddress } from './plain-address.js';
import type { Scope } from './scope.js';

/** Who asks for something: a key, or whoever is at the other end while the service is open. */
export interface Caller {
  /** Id of the API key; empty for whoever has shown none. */
  readonly id: string;
  /** Name of the API key, for people; without a key `open`, or `cli` and `start` for what comes from inside. */
  readonly name: string;
  /** What the caller may do. */
  readonly scopes: readonly Scope[];
  /** Network address the request came from; behind a proxy that TRUST_PROXY names, the one the proxy tells. */
  readonly address: string;
  /** `X-Request-Id` of the request. */
  readonly requestId: string;
}

/** Who sends a request, and how we know. */
export interface Identity {
  readonly caller: Caller;
  /** What the caller has shown; undefined when that was nothing. */
  readonly by?: 'key' | 'session';
  /** Why what was shown is not accepted, or cannot be checked now; to be thrown where it matters who asks. */
  readonly problem?: Error;
  /** What was shown is nobody's: a key that was revoked, a session that is over, or a guess. */
  readonly isWrong?: boolean;
}

const identities = new WeakMap<Request, Identity>();

/** Who sends the request; nobody in particular, without any right, when that is not known. */
export function callerOf(request: Request): Caller {
  return identityOf(request).caller;
}

export function identityOf(request: Request): Identity {
  return identities.get(request) ?? { caller: { ...placeOf(request), id: '', name: 'unknown', scopes: [] } };
}

/** Notes who sends the request, for all that handle it. */
export function setIdentity(request: Request, identity: Identity): void {
  identities.set(request, identity);
}

/** Where a request comes from; where a proxy names no address, from that proxy. */
export function placeOf({ ip = '', id, socket }: Request): Pick<Caller, 'address' | 'requestId'> {
  const address = plainAddress(ip) ?? plainAddress(socket.remoteAddress ?? '') ?? '';
  return { address, requestId: id as string };
}

/** The service itself at its start, or whoever sits at its command line. */
export function insider(name: 'cli' | 'start'): Caller {
  return { id: '', name, scopes: ['admin'], address: '', requestId: '' };
}
