import { Inject, Injectable } from '@nestjs/common';
import { IMAGES_AHEAD } from '../jobs/queue/range-queue.js';
import { processingConfig, type ProcessingConfig } from '../config/processing.config.js';

/**
 * How many images this worker has taken and keeps moving. It takes another
 * range while that are fewer than its share of the window, so that ranges it could
 * not start soon go to workers that can. Images that wait for their host or for
 * their next try do not count: one slow host must not keep the others out. Their number is
 * bounded by the window.
 */
@Injectable()
export class Capacity {
  private readonly images: number;
  private held = 0;
  private waiting: (() => void)[] = [];
  private closed = false;

  constructor(@Inject(processingConfig.KEY) { imagesInFlight }: Pick<ProcessingConfig, 'imagesInFlight'>) {
    this.images = imagesInFlight * IMAGES_AHEAD;
  }

  take(images: number): void {
    this.held += images;
  }

  give(images: number): void {
    this.held -= images;
    if (this.held < this.images) this.wakeAll();
  }

  /** Steps aside for the length of a wait: another image may take the place meanwhile. */
  async aside<T>(wait: () => Promise<T>): Promise<T> {
    this.give(1);
    try {
      return await wait();
    } finally {
      this.take(1);
    }
  }

  /** Lets everybody go who waits for room: nothing is taken any more. */
  close(): void {
    this.closed = true;
    this.wakeAll();
  }

  /** Resolves when there is room for one image more, or nothing is taken any more. */
  async room(): Promise<void> {
    while (this.held >= this.images && !this.closed)
      await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  private wakeAll(): void {
    const waiting = this.waiting;
    this.waiting = [];
    for (const wake of waiting) wake();
  }
}
