import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** Upper bounds in seconds, from a download next door to an image that was retried for minutes. */
const STAGE_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60, 300];

/** The figures of this process, in Prometheus' terms. Event-loop delay is among the default ones. */
@Injectable()
export class MetricsService {
  readonly registry = new Registry();

  private readonly jobs = new Counter({
    name: 'smp_jobs_total',
    help: 'Jobs by what happened to them in this process: accepted, replayed, cancelled, settled, reopened.',
    labelNames: ['event'],
    registers: [this.registry],
  });

  private readonly images = new Counter({
    name: 'smp_images_total',
    help: 'Images this process handled, by result and error code.',
    labelNames: ['result', 'code'],
    registers: [this.registry],
  });

  private readonly stages = new Histogram({
    name: 'smp_image_stage_seconds',
    help: 'Time an image spent in a stage.',
    labelNames: ['stage'],
    buckets: STAGE_BUCKETS,
    registers: [this.registry],
  });

  private readonly webhooks = new Counter({
    name: 'smp_webhook_attempts_total',
    help: 'Attempts of this process to deliver a webhook, by result.',
    labelNames: ['result'],
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  countJobs(event: 'accepted' | 'replayed' | 'cancelled' | 'settled' | 'reopened', jobs = 1): void {
    this.jobs.inc({ event }, jobs);
  }

  countImage(result: 'measured' | 'failed' | 'deferred', code = ''): void {
    this.images.inc({ result, code });
  }

  countWebhook(result: 'delivered' | 'failed'): void {
    this.webhooks.inc({ result });
  }

  observeStage(stage: string, ms: number): void {
    this.stages.observe({ stage }, ms / 1000);
  }

  /** A figure that is asked for when somebody looks; while it cannot be had it shows as NaN. */
  addGauge(name: string, help: string, read: () => Promise<number> | number): void {
    new Gauge({
      name,
      help,
      registers: [this.registry],
      async collect() {
        this.set(await Promise.resolve(read()).catch(() => NaN));
      },
    });
  }
}
