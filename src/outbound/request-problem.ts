import { STATUS_CODES } from 'node:http';
import {
  AddressNotAllowedError,
  EndlessInterimAnswersError,
  UpgradeRefusedError,
} from './outbound.errors.js';

/** What came between a request and its answer. */
export interface RequestProblem {
  /** Stable, for programs. */
  readonly code: string;
  /** Ends a sentence, as in "It could not be downloaded: <what>." */
  readonly what: string;
  /** Another try may have more luck. */
  readonly canHeal: boolean;
}

const NO_SUCH_HOST = { code: 'HOST_NOT_FOUND', what: 'its host does not exist', canHeal: false };
const DNS_FAILED = { code: 'DNS_FAILED', what: 'looking up its host failed', canHeal: true };

const NETWORK: Readonly<Record<string, RequestProblem>> = {
  ENOTFOUND: NO_SUCH_HOST,
  ENODATA: NO_SUCH_HOST,
  EAI_AGAIN: DNS_FAILED,
  ETIMEOUT: DNS_FAILED,
  ESERVFAIL: DNS_FAILED,
  ECONNREFUSED: { code: 'CONNECTION_REFUSED', what: 'its host refused the connection', canHeal: true },
  HPE_HEADER_OVERFLOW: {
    code: 'BAD_HTTP_ANSWER',
    what: 'the headers of the answer are larger than 16 KB',
    canHeal: false,
  },
};

/**
 * Explains what a request through the gate ended with.
 *
 * @returns undefined for what comes from neither the gate, the network nor Node: a fault of ours
 */
export function requestProblem(thrown: unknown): RequestProblem | undefined {
  for (let error = thrown; error instanceof Error; error = error.cause) {
    const problem = ownProblem(error);
    if (problem) return problem;
  }
  const { cause } = thrown as Error;
  const error = cause instanceof Error && 'code' in cause ? cause : (thrown as Error);
  return 'code' in error ? networkProblem(error as NodeJS.ErrnoException) : undefined;
}

/** An HTTP status as sentences name it: `404 (Not Found)`. */
export function statusText(status: number): string {
  const name = STATUS_CODES[status];
  return name ? `${status} (${name})` : String(status);
}

function ownProblem(error: Error): RequestProblem | undefined {
  if (error instanceof AddressNotAllowedError) {
    return { code: error.code, what: 'its address is not open to the public', canHeal: false };
  }
  if (error instanceof EndlessInterimAnswersError) {
    const what = `its server sent more than ${error.limit} answers before the real one`;
    return { code: error.code, what, canHeal: false };
  }
  if (error instanceof UpgradeRefusedError) {
    const { status } = error;
    return { code: `HTTP_${status}`, what: `its server answered ${statusText(status)}`, canHeal: false };
  }
  return undefined;
}

/** A broken connection, look-up or answer. */
function networkProblem(error: NodeJS.ErrnoException): RequestProblem {
  // A name server that cannot be reached is not the host that refuses.
  const code = error.syscall?.startsWith('query') ? 'EAI_AGAIN' : (error.code ?? '');
  const known = NETWORK[code];
  if (known) return known;
  if (code.startsWith('HPE_') || code.startsWith('Z_')) {
    return { code: 'BAD_HTTP_ANSWER', what: 'the answer of its server is broken', canHeal: false };
  }
  if (/CERT|SELF_SIGNED|UNABLE_TO|SSL|TLS|EPROTO/.test(code)) {
    return { code: 'TLS_FAILED', what: 'no secure connection to its host is possible', canHeal: false };
  }
  return { code: 'CONNECTION_LOST', what: 'the connection to its host was lost', canHeal: true };
}
