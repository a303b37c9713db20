/** An idempotency key together with what it was made for. */
export interface ContentKey {
  readonly content: string;
  readonly key: string;
}

/**
 * The key under which a content is sent: the same one for as long as the content is the same,
 * so that asking again after a lost answer makes no second job.
 *
 * @param before the one that was used last, until a job came of it
 */
export function keyFor(body: string, before: ContentKey | null): ContentKey {
  const content = fingerprint(body);
  if (before?.content === content) return before;
  const random = crypto.getRandomValues(new Uint32Array(4));
  return { content, key: `page-${[...random].map((part) => part.toString(36)).join('-')}` };
}

/**
 * Tells contents apart: 53 bits (cyrb53), as browsers have SHA-256 only with HTTPS. Where two
 * were alike by chance, the service would notice and refuse the second one.
 */
function fingerprint(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 2_654_435_761);
    low = Math.imul(low ^ unit, 1_597_334_677);
  }
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
  return `${text.length}-${(4_294_967_296 * (2_097_151 & low) + (high >>> 0)).toString(36)}`;
}
