/**
 * What a server asks to wait by `Retry-After`: seconds, or a date.
 *
 * @param now milliseconds since 1970
 * @returns milliseconds, no more than `maxMs`; undefined when the header is absent or unreadable
 */
export function retryAfterMs(header: string | undefined, now: number, maxMs: number): number | undefined {
  if (header === undefined) return undefined;
  const ms = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isNaN(ms) ? undefined : Math.min(Math.max(ms, 0), maxMs);
}
