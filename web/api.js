/** The API understood the request and refuses it; its sentence says why, and asking again does not help. */
export class Refusal extends Error {}

const TIMEOUT_MS = 20_000;
let tellConnection = () => {};

/** Calls back with every answer: the sentence of a trouble that may pass, or '' when there is none. */
export function onConnection(listener) {
  tellConnection = listener;
}

/**
 * Asks the API.
 *
 * @returns the JSON it answers
 * @throws Refusal for a 4xx; another Error when the service cannot answer now
 */
export async function ask(path, options) {
  const answer = await attempt(path, options);
  const sentence = answer.ok ? '' : (answer.body?.error ?? 'The service cannot be reached right now.');
  const passing = !answer.ok && !(answer.status >= 400 && answer.status < 500);
  tellConnection(passing ? sentence : '');
  if (answer.ok) return answer.body;
  throw passing ? new Error(sentence) : new Refusal(sentence);
}

async function attempt(path, options) {
  try {
    const response = await fetch(path, { signal: window.AbortSignal.timeout(TIMEOUT_MS), ...options });
    return { ok: response.ok, status: response.status, body: await response.json() };
  } catch {
    return { ok: false };
  }
}
