import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { processingConfig, type ProcessingConfig } from '../../config/processing.config.js';

/** Stands where a GPU model will look at the image one day: takes its time, and nothing else. */
@Injectable()
export class GpuSimulator {
  constructor(@Inject(processingConfig.KEY) private readonly config: ProcessingConfig) {}

  /** Sleeps a random time from GPU_SLEEP_MIN_MS to GPU_SLEEP_MAX_MS, evenly distributed; an abort ends it. */
  async simulate(signal?: AbortSignal): Promise<void> {
    const { sleepMinMs, sleepMaxMs } = this.config;
    await sleep(sleepMinMs + Math.random() * (sleepMaxMs - sleepMinMs), undefined, { signal });
  }
}
