/** Of a job's URLs, how many are looked at to find its main host. */
const SAMPLE_SIZE = 200;

/**
 * The host that serves most images of a job, from an even sample of its URLs.
 *
 * @returns `host:port`, or undefined when no host serves more than half of them
 */
export function mainHost(urls: readonly string[]): string | undefined {
  const step = Math.max(1, Math.floor(urls.length / SAMPLE_SIZE));
  const counts = new Map<string, number>();
  let looked = 0;
  for (let index = 0; index < urls.length; index += step) {
    const url = urls[index] ?? '';
    const host = URL.canParse(url) ? new URL(url).host : '';
    counts.set(host, (counts.get(host) ?? 0) + 1);
    looked += 1;
  }
  for (const [host, count] of counts) if (count > looked / 2) return host || undefined;
  return undefined;
}
