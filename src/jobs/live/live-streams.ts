import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { Request, Response } from 'express';
import { callerOf } from '../../access/caller.js';
import { clientName } from '../../access/limits/client-name.js';
import { StandingService } from '../../access/standing.service.js';
import { liveConfig, type LiveConfig } from '../../config/live.config.js';
import { MetricsService } from '../../metrics/metrics.service.js';
import { EventStream } from './event-stream.js';
import { StoppingError, StreamsFullError, TooManyStreamsError } from './live.errors.js';

/** Proxies usually cut what is silent for 30 to 60 s. */
const BEAT_MS = 15_000;

/** Every second beat is also a look at who is listening, so a revoked key is deaf within a minute. */
const BEATS_PER_CHECK = 2;

/** Looks at the same time; the rest of the service needs the database too. */
const CHECKS_AT_ONCE = 4;

/** All live streams of this process: how many there may be, and their end. */
@Injectable()
export class LiveStreams implements OnModuleInit, OnModuleDestroy {
  private readonly open = new Set<EventStream>();
  private readonly openOf = new Map<string, number>();
  private timer?: NodeJS.Timeout;
  private beats = 0;
  private isStopping = false;

  constructor(
    private readonly standing: StandingService,
    private readonly metrics: MetricsService,
    @Inject(liveConfig.KEY) private readonly config: LiveConfig,
  ) {}

  onModuleInit(): void {
    this.metrics.addGauge('smp_live_streams', 'Live streams that are open.', () => this.open.size);
    this.timer = setInterval(() => this.beat(), BEAT_MS).unref();
  }

  /** Clients connect again at once, to another process or to the next one here. */
  onModuleDestroy(): void {
    this.isStopping = true;
    clearInterval(this.timer);
    for (const stream of this.open) stream.end('the service stops here; connect again');
  }

  /**
   * Begins the answer to a request as a live stream.
   *
   * @throws StreamsFullError, TooManyStreamsError, StoppingError
   */
  begin(request: Request, response: Response): EventStream {
    const { maxStreams, maxStreamsPerCaller } = this.config;
    const client = clientName(callerOf(request));
    const taken = this.openOf.get(client) ?? 0;
    if (this.isStopping) throw new StoppingError();
    if (taken >= maxStreamsPerCaller) throw new TooManyStreamsError(maxStreamsPerCaller);
    if (this.open.size >= maxStreams) throw new StreamsFullError(maxStreams);
    const stream = new EventStream(request, response);
    this.open.add(stream);
    this.openOf.set(client, taken + 1);
    stream.whenClosed(() => this.forget(stream, client));
    stream.begin();
    return stream;
  }

  private forget(stream: EventStream, client: string): void {
    this.open.delete(stream);
    const left = (this.openOf.get(client) ?? 1) - 1;
    if (left > 0) this.openOf.set(client, left);
    else this.openOf.delete(client);
  }

  private beat(): void {
    for (const stream of this.open) stream.beat();
    this.beats += 1;
    if (this.beats % BEATS_PER_CHECK !== 0) return;
    const streams = this.open.values();
    for (let n = 0; n < CHECKS_AT_ONCE; n += 1) void this.checkAll(streams);
  }

  private async checkAll(streams: Iterable<EventStream>): Promise<void> {
    for (const stream of streams) {
      const mayStill = await this.standing.mayStill(stream.request, 'read').catch(() => true);
      if (!mayStill) stream.end('the key or session of this stream is over');
    }
  }
}
