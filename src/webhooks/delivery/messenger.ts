import { Inject, Injectable } from '@nestjs/common';
import { outboundConfig, type OutboundConfig } from '../../config/outbound.config.js';
import { webhooksConfig, type WebhooksConfig } from '../../config/webhooks.config.js';
import { AddressRules } from '../../outbound/address-rules.js';
import { requestProblem, statusText } from '../../outbound/request-problem.js';
import { retryAfterMs } from '../../outbound/retry-after.js';
import { PostTimeoutError, WebPoster, type PostAnswer } from '../../outbound/web-poster.js';
import { parseWebUrl, WebUrlError } from '../../outbound/web-url.js';
import { InstanceSecretRepository } from '../signing/instance-secret.repository.js';
import { signedHeaders } from '../signing/signature.js';
import type { DueDelivery, Outcome } from './delivery.js';
import { MAX_RETRY_AFTER_MS, pauseAfter } from './retry-schedule.js';

/** Of an answer, what is read and kept in the log. */
const MAX_ANSWER_BYTES = 2_048;

const GONE = 410;

type Result = Pick<Outcome, 'delivered' | 'status' | 'error' | 'answer' | 'isGone'> & {
  /** What the receiver asked to wait. */
  readonly askedMs?: number;
  /** No further attempt can help. */
  readonly isFinal?: boolean;
};

/** Makes one attempt to deliver something; never throws for a receiver that does not take it. */
@Injectable()
export class Messenger {
  private readonly poster: WebPoster;

  constructor(
    private readonly instanceSecret: InstanceSecretRepository,
    @Inject(outboundConfig.KEY) { allowCidrs, allowPrivate }: OutboundConfig,
    @Inject(webhooksConfig.KEY) private readonly config: WebhooksConfig,
  ) {
    this.poster = new WebPoster(new AddressRules(allowCidrs, allowPrivate));
  }

  /** @param signal ends the attempt before its time; it throws then */
  async deliver(delivery: DueDelivery, signal: AbortSignal): Promise<Outcome> {
    const startedAt = new Date();
    const begun = performance.now();
    const result = await this.attempt(delivery, startedAt, signal);
    const { delivered, isGone, isFinal, askedMs } = result;
    const pause = delivered || isGone || isFinal ? undefined : this.pause(delivery, askedMs);
    return { ...result, startedAt, ms: performance.now() - begun, pauseMs: pause ?? null };
  }

  private pause({ tries }: DueDelivery, askedMs?: number): number | undefined {
    return pauseAfter(tries + 1, this.config.retryBaseMs, askedMs);
  }

  private async attempt(delivery: DueDelivery, at: Date, signal: AbortSignal): Promise<Result> {
    const { url, messageId, payload, endpointId } = delivery;
    const { type, timestamp, data } = payload;
    const body = JSON.stringify({ type, timestamp, data });
    const secrets = endpointId === null ? await this.instanceSecret.current() : delivery.secrets;
    const signed = signedHeaders({ id: messageId, at, body }, secrets);
    try {
      const headers = { 'Content-Type': 'application/json', ...signed };
      const limits = { timeoutMs: this.config.timeoutMs, maxAnswerBytes: MAX_ANSWER_BYTES, signal };
      return answered(await this.poster.post(parseWebUrl(url), body, headers, limits));
    } catch (error) {
      signal.throwIfAborted();
      return { ...NOTHING, ...this.explain(error) };
    }
  }

  private explain(error: unknown): Partial<Result> {
    if (error instanceof WebUrlError) {
      return { error: 'The address is not an http or https URL without credentials.', isFinal: true };
    }
    if (error instanceof PostTimeoutError) {
      return { error: `The receiver did not answer within ${this.config.timeoutMs / 1000} s.` };
    }
    const problem = requestProblem(error);
    if (!problem) throw error;
    if (problem.code === 'ADDRESS_NOT_ALLOWED') return { error: NOT_ALLOWED };
    return { error: `It could not be delivered: ${problem.what}.` };
  }
}

/** All refused addresses have one sentence, as those of images have. */
const NOT_ALLOWED =
  'The receiver is at an address that is not open to the public, and nothing is sent there.';

/** What there is before there is an answer. */
const NOTHING: Result = { delivered: false, status: null, error: null, answer: null, isGone: false };

function answered({ status, text, retryAfter }: PostAnswer): Result {
  const delivered = status >= 200 && status < 300;
  const askedMs = retryAfterMs(retryAfter, Date.now(), MAX_RETRY_AFTER_MS);
  const redirects = status >= 300 && status < 400 ? '; redirects are not followed' : '';
  return {
    delivered,
    status,
    error: delivered ? null : `The receiver answered ${statusText(status)}${redirects}.`,
    // Postgres keeps no NUL.
    answer: text.replaceAll('\0', '') || null,
    isGone: status === GONE,
    ...(askedMs !== undefined && { askedMs }),
  };
}
