import type { Request } from 'express';
import { SCOPES, type Scope } from './scope.js';

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

const callers = new WeakMap<Request, Caller>();

/** Who sends the request; anybody at all when nobody has looked yet. */
export function callerOf(request: Request): Caller {
  return callers.get(request) ?? { ...nobody(request), name: 'unknown', scopes: [] };
}

/** Notes who sends the request, for all that handle it. */
export function setCaller(request: Request, caller: Caller): void {
  callers.set(request, caller);
}

/** Somebody without a key where everybody may do everything. */
export function anybody(request: Request): Caller {
  return { ...nobody(request), name: 'open', scopes: SCOPES };
}

function nobody({ ip = '', id }: Request): Pick<Caller, 'id' | 'address' | 'requestId'> {
  return { id: '', address: ip, requestId: id as string };
}
