import type { IncomingMessage } from 'node:http';
import { Inject, Injectable } from '@nestjs/common';
import axios, { type AxiosInstance, type AxiosResponse } from 'axios';
import { outboundConfig, type OutboundConfig } from '../../config/outbound.config.js';
import { processingConfig, type ProcessingConfig } from '../../config/processing.config.js';
import { serverConfig, type ServerConfig } from '../../config/server.config.js';
import { AddressRules } from '../../outbound/address-rules.js';
import { GATED, USER_AGENT } from '../../outbound/gated-requests.js';
import { assertPermitted, guardedAgents, ownAgents, type Agents } from '../../outbound/guarded-agents.js';
import { sampleUrls } from '../../outbound/sample-pictures.js';
import { ImageError, toImageError } from '../image-error.js';
import { MemoryBudget } from '../memory-budget.js';
import { readBody, type Body } from './body-reader.js';
import { Deadline } from '../deadline.js';
import { requestError, statusError } from './download-error.js';
import type { MoveTo } from './host-gate.js';
import { parseImageUrl } from './image-url.js';

const MAX_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** One try, from the first host to the last. */
interface Attempt {
  readonly deadline: Deadline;
  /** Aborted when the time is over. */
  readonly signal: AbortSignal;
  readonly moveTo: MoveTo;
}

/** Fetches the bytes of an image from an address a stranger sent. */
@Injectable()
export class ImageDownloader {
  private readonly rules: AddressRules;
  private readonly strangers: Agents;
  private readonly own = ownAgents();
  private readonly samples: ReadonlySet<string>;
  private readonly budget: MemoryBudget;
  private readonly http: AxiosInstance;

  constructor(
    @Inject(processingConfig.KEY) private readonly config: ProcessingConfig,
    @Inject(serverConfig.KEY) { publicUrl }: ServerConfig,
    @Inject(outboundConfig.KEY) { allowCidrs, allowPrivate }: OutboundConfig,
  ) {
    this.rules = new AddressRules(allowCidrs, allowPrivate);
    this.strangers = guardedAgents(this.rules);
    this.samples = sampleUrls(publicUrl);
    this.budget = new MemoryBudget(config.bufferBytes);
    this.http = axios.create({
      // Redirects are followed below, each hop through the same gate.
      ...GATED,
      headers: {
        Accept: 'image/jpeg,image/png,image/webp,image/gif',
        'Accept-Encoding': 'identity',
        'User-Agent': USER_AGENT,
      },
    });
  }

  /**
   * One try, redirects included, within IMAGE_TIMEOUT_MS from the connection to the last byte.
   *
   * @param signal ends the try: its connection is closed at once
   * @param moveTo called before a redirect is followed to another host; that wait is not held against it
   * @returns the whole body; its memory counts against IMAGE_BUFFER_BYTES until it is released
   * @throws ImageError; the signal's reason, when it was aborted
   */
  async download(
    url: URL,
    { moveTo = () => Promise.resolve(), signal }: { moveTo?: MoveTo; signal?: AbortSignal } = {},
  ): Promise<Body> {
    signal?.throwIfAborted();
    const abort = new AbortController();
    const end = () => abort.abort();
    const deadline = new Deadline(this.config.timeoutMs, end);
    // Taken off again, as the signal belongs to many images.
    signal?.addEventListener('abort', end, { once: true });
    try {
      return await this.follow(url, { deadline, signal: abort.signal, moveTo });
    } catch (error) {
      signal?.throwIfAborted();
      throw deadline.expired ? this.timedOut() : toDownloadError(error);
    } finally {
      signal?.removeEventListener('abort', end);
      deadline.clear();
    }
  }

  private async follow(first: URL, { deadline, signal, moveTo }: Attempt): Promise<Body> {
    let url = first;
    for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
      const isSample = hop === 0 && this.samples.has(url.href);
      if (!isSample) assertPermitted(url, this.rules);
      const { data, status, headers } = await this.request(url, isSample ? this.own : this.strangers, signal);
      if (status === 200)
        return readBody(data, this.config.maxBytes, this.budget, deadline).finally(() => discard(data));
      discard(data);
      const location: unknown = headers['location'];
      if (isSample || !REDIRECTS.has(status) || typeof location !== 'string') {
        throw statusError(status, data.headers['retry-after']);
      }
      const next = parseImageUrl(asUtf8(location), url);
      if (next.host !== url.host) await deadline.pausedFor(() => moveTo(next.host));
      url = next;
    }
    throw new ImageError(
      'TOO_MANY_REDIRECTS',
      `could not be downloaded: it redirects more than ${MAX_REDIRECTS} times.`,
    );
  }

  private request(url: URL, agents: Agents, signal: AbortSignal): Promise<AxiosResponse<IncomingMessage>> {
    return this.http.get<IncomingMessage>(url.href, { ...agents, signal });
  }

  private timedOut(): ImageError {
    const seconds = this.config.timeoutMs / 1000;
    return new ImageError(
      'DOWNLOAD_TIMEOUT',
      `could not be downloaded within ${seconds} s (IMAGE_TIMEOUT_MS).`,
      'charged',
    );
  }
}

/** Ends an answer nobody reads on; one that was read to its end keeps its connection. */
function discard(answer: IncomingMessage): void {
  if (!answer.readableEnded) answer.destroy();
}

/** Headers arrive as Latin-1; addresses in them are in UTF-8 where they are not in ASCII. */
function asUtf8(header: string): string {
  return Buffer.from(header, 'latin1').toString();
}

function toDownloadError(thrown: unknown): ImageError {
  for (let error = thrown; error instanceof Error; error = error.cause) {
    if (error instanceof ImageError) return error;
  }
  return requestError(thrown) ?? toImageError(thrown);
}
