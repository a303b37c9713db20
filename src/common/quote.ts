/** Longest piece of somebody's input that an error sentence repeats. */
const MAX_ECHO = 200;

/** Input as it may appear inside an error sentence: quoted, on one line, cut at 200 characters. */
export function quote(input: unknown): string {
  const text = typeof input === 'string' ? input : (JSON.stringify(input) ?? String(input));
  const shown = text.length > MAX_ECHO ? `${text.slice(0, MAX_ECHO)}...` : text;
  return JSON.stringify(shown.toWellFormed());
}
