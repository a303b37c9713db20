import { Logger } from '@nestjs/common';
import type { EventMessage, EventStream } from './event-stream.js';
import { MessagePace } from './message-pace.js';

/** Where the messages of one stream come from. */
export interface MessageSource {
  /** What comes next is the end of the stream. */
  readonly isEnding: boolean;
  /** What the client should hear now, put together as late as possible; undefined when there is nothing new. */
  next(): Promise<EventMessage | undefined>;
}

/** When putting a message together failed, it is tried again: on a quiet system nothing else would wake the stream. */
const TRY_AGAIN_MS = 1_000;

/** Moves messages from a source to a stream: no faster than the client reads, and at most 4 a second. */
export class MessagePump {
  private static readonly log = new Logger('Live');
  private readonly pace = new MessagePace();
  private timer?: NodeJS.Timeout;
  private isRunning = false;
  private isWoken = false;
  private isFailing = false;

  constructor(
    private readonly stream: EventStream,
    private readonly source: MessageSource,
  ) {
    stream.whenWritable(() => this.wake());
    stream.whenClosed(() => clearTimeout(this.timer));
  }

  /** There may be something new. */
  wake(): void {
    this.isWoken = true;
    if (this.isRunning) return;
    this.isRunning = true;
    clearTimeout(this.timer);
    void this.run();
  }

  private async run(): Promise<void> {
    try {
      while (this.isWoken && this.stream.isWritable) {
        const waitMs = this.pace.waitMs(performance.now(), this.source.isEnding);
        if (waitMs > 0) {
          this.timer = setTimeout(() => this.wake(), waitMs);
          return;
        }
        this.isWoken = false;
        const message = await this.source.next();
        this.isFailing = false;
        if (message === undefined) continue;
        this.isWoken = true;
        // The source counts it as told, so it goes out even if a sign of life has filled the last room meanwhile.
        this.pace.noteSent(performance.now());
        this.stream.send(message);
      }
    } catch (error) {
      if (!this.isFailing) MessagePump.log.warn({ err: error }, 'A live message failed; trying again');
      this.isFailing = true;
      if (this.stream.isOpen) this.timer = setTimeout(() => this.wake(), TRY_AGAIN_MS);
    } finally {
      this.isRunning = false;
    }
  }
}
