import type { IncomingMessage } from 'node:http';
import axios from 'axios';
import type { AddressRules } from './address-rules.js';
import { GATED, USER_AGENT } from './gated-requests.js';
import { assertPermitted, guardedAgents } from './guarded-agents.js';

export interface PostLimits {
  /** From the look-up to the last byte that is read. */
  readonly timeoutMs: number;
  /** The rest of an answer is not read. */
  readonly maxAnswerBytes: number;
  /** Ends the request before its time. */
  readonly signal: AbortSignal;
}

export interface PostAnswer {
  readonly status: number;
  /** `Retry-After`, as it came. */
  readonly retryAfter?: string;
  /** The beginning of the body, or what came of it in time. */
  readonly text: string;
}

/** The other side did not answer in time. */
export class PostTimeoutError extends Error {}

/** Sends bodies to addresses that strangers named, through the gate. */
export class WebPoster {
  private readonly agents;
  /** Each request has a connection of its own: one that the other side just closed would lose what is sent on it. */
  private readonly http = axios.create({
    ...GATED,
    transformRequest: [],
    headers: { 'User-Agent': USER_AGENT, 'Accept-Encoding': 'identity', Connection: 'close' },
  });

  constructor(private readonly rules: AddressRules) {
    this.agents = guardedAgents(rules);
  }

  /**
   * One request; a redirect is an answer like any other.
   *
   * @throws PostTimeoutError, AddressNotAllowedError, or what `requestProblem` explains
   */
  async post(
    url: URL,
    body: string,
    headers: Readonly<Record<string, string>>,
    { timeoutMs, maxAnswerBytes, signal }: PostLimits,
  ): Promise<PostAnswer> {
    assertPermitted(url, this.rules);
    const ending = new AbortController();
    const end = () => ending.abort();
    const timer = setTimeout(end, timeoutMs);
    signal.addEventListener('abort', end, { once: true });
    try {
      const options = { ...this.agents, headers: { ...headers }, signal: ending.signal };
      const { data, status } = await this.http.post<IncomingMessage>(url.href, Buffer.from(body), options);
      const { 'retry-after': retryAfter } = data.headers;
      return { status, text: await beginning(data, maxAnswerBytes), ...(retryAfter && { retryAfter }) };
    } catch (error) {
      throw ending.signal.aborted && !signal.aborted ? new PostTimeoutError() : error;
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
    }
  }
}

/** The status has said everything, so it does not matter if the body breaks. */
async function beginning(answer: IncomingMessage, maxBytes: number): Promise<string> {
  const pieces: Buffer[] = [];
  let length = 0;
  try {
    for await (const piece of answer as AsyncIterable<Buffer>) {
      pieces.push(piece);
      length += piece.length;
      if (length >= maxBytes) break;
    }
  } catch {
    // What came is enough.
  }
  answer.destroy();
  return Buffer.concat(pieces).subarray(0, maxBytes).toString();
}
