/** The API understood the request and refuses it; its sentence says why, and asking again does not help. */
export class Refusal extends Error {
  constructor(sentence, status) {
    super(sentence);
    /** This browser may not do it (403), or has to sign in first (401). */
    this.isForbidden = status === 401 || status === 403;
  }
}

const TIMEOUT_MS = 20_000;
let tellConnection = () => {};
let tellSignedOut = () => {};

/** Calls back with every answer: the sentence of a trouble that may pass, or '' when there is none. */
export function onConnection(listener) {
  tellConnection = listener;
}

/** Calls back when the service asks for a key and this browser has none, or none any more. */
export function onSignedOut(listener) {
  tellSignedOut = listener;
}

/**
 * Asks the API.
 *
 * @returns the JSON it answers, if any
 * @throws Refusal for a 4xx; another Error when the service cannot answer now
 */
export async function ask(path, options) {
  const answer = await attempt(path, options);
  const sentence = answer.ok ? '' : (answer.body?.error ?? 'The service cannot be reached right now.');
  const refuses = answer.status >= 400 && answer.status < 500 && answer.status !== 429;
  const passing = !answer.ok && !refuses;
  tellConnection(passing ? sentence : '');
  if (answer.ok) return answer.body;
  if (answer.status === 401) tellSignedOut();
  throw passing ? new Error(sentence) : new Refusal(sentence, answer.status);
}

async function attempt(path, options) {
  try {
    const response = await fetch(path, { signal: window.AbortSignal.timeout(TIMEOUT_MS), ...options });
    const { ok, status } = response;
    return { ok, status, body: status === 204 ? undefined : await response.json() };
  } catch {
    return { ok: false };
  }
}
