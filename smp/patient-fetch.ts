import { setTimeout as sleep } from 'node:timers/promises';
import { Problem } from './exit.js';

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 5_000;

/** A service that asks for a longer pause is answered with the error instead. */
const LONGEST_ASKED_PAUSE_MS = 60_000;
/** In a row; then the 429 is the answer. */
const MOST_ASKED_PAUSES = 10;

/** Nothing listens, or something in front says that nothing does: it may come back. */
const AWAY = [502, 503, 504];

/** Nobody answered; what was asked may or may not have been done. */
export class ServiceAway extends Problem {}

/**
 * A fetch that bears with a service that restarts or is busy: it asks again
 * for `patienceMs`, with growing pauses, where asking twice does no harm. That
 * is every GET, every request with an Idempotency-Key, and whatever was put off
 * with a 429.
 *
 * @param tell is told when it waits
 * @throws ServiceAway when nobody answered for so long
 */
export function patientFetch(patienceMs: number, tell: (line: string) => void) {
  return async (request: Request): Promise<Response> => {
    const repeatable = request.method === 'GET' || request.headers.has('Idempotency-Key');
    const until = Date.now() + patienceMs;
    let askedPauses = 0;
    for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)) {
      const isLast = !repeatable || Date.now() + pauseMs > until;
      const answer = await attempt(request);
      const asked = answer instanceof Response ? askedPauseMs(answer) : undefined;
      if (asked !== undefined && ++askedPauses <= MOST_ASKED_PAUSES) {
        tell(`The service asks to wait ${Math.ceil(asked / 1000)} s.`);
        await sleep(asked);
        continue;
      }
      if (answer instanceof Response && (isLast || !AWAY.includes(answer.status))) return answer;
      if (answer instanceof ServiceAway && isLast) throw answer;
      tell(
        `${answer instanceof ServiceAway ? answer.message : `The service answered ${answer.status}.`} Trying again.`,
      );
      await sleep(pauseMs);
    }
  };
}

/** A request can be sent once; each attempt sends a copy. A short answer is read here, as it may break off too. */
async function attempt(request: Request): Promise<Response | ServiceAway> {
  try {
    const answer = await fetch(request.clone());
    const isShort = answer.headers.get('Content-Type')?.startsWith('application/json');
    return isShort ? new Response(await answer.arrayBuffer(), answer) : answer;
  } catch (error) {
    return new ServiceAway(
      `The service at ${new URL(request.url).origin} cannot be reached (${reasonOf(error)}).`,
    );
  }
}

function askedPauseMs({ status, headers }: Response): number | undefined {
  if (status !== 429) return undefined;
  const ms = 1000 * Number(headers.get('Retry-After') ?? Number.NaN);
  return ms > 0 && ms <= LONGEST_ASKED_PAUSE_MS ? ms : undefined;
}

/** fetch says no more than "fetch failed"; the cause says why. */
function reasonOf(error: unknown): string {
  const cause = (error as Error).cause ?? error;
  const { code, message } = cause as { code?: string; message?: string };
  return code ?? message ?? String(cause);
}
