import type { Request, Response } from 'express';

/** How long a client waits before it connects again after the connection broke, and after the last message of all. */
const RECONNECT_MS = 2_000;
export const RECONNECT_AFTER_END_MS = 60_000;

/** A client that has taken nothing for so long is gone, or as good as gone. */
const MAX_BLOCKED_MS = 30_000;

/** One message to a client (WHATWG HTML, "Server-sent events"). */
export interface EventMessage {
  readonly event: string;
  /** JSON, on one line. */
  readonly data: string;
  /** What a client sends as `Last-Event-ID` when it connects again. */
  readonly id?: number;
  /** New waiting time before it connects again. */
  readonly retryMs?: number;
  /** The stream ends with it. */
  readonly isLast?: boolean;
}

/**
 * An answer that stays open. What is written waits in memory until the client
 * takes it, so nothing more is written while something waits: a slow client misses
 * what would be old anyway, and one that has stopped reading is cut off.
 */
export class EventStream {
  private blockedAt?: number;
  /** When a beat first found it ended, but not yet taken to the last byte. */
  private lingersSince?: number;
  private isClosed = false;
  private onWritable: () => void = () => undefined;
  private readonly closeListeners: (() => void)[] = [];

  constructor(
    readonly request: Request,
    private readonly response: Response,
  ) {
    const { socket } = request;
    // An answer that waits behind others of its connection does not hear when that is closed.
    const close = () => {
      socket.removeListener('close', close);
      if (this.isClosed) return;
      this.isClosed = true;
      for (const listener of this.closeListeners) listener();
    };
    response.once('close', close);
    socket.once('close', close);
    response.on('error', () => undefined); // a broken connection closes it too
    response.on('drain', () => {
      this.blockedAt = undefined;
      this.onWritable();
    });
    if (response.destroyed || socket.destroyed) close();
  }

  get isOpen(): boolean {
    return !this.isClosed && !this.response.writableEnded;
  }

  /** Whether the client has taken everything that was written. */
  get isWritable(): boolean {
    return this.isOpen && this.blockedAt === undefined;
  }

  begin(): void {
    if (!this.isOpen) return;
    this.response.writeHead(200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store',
      // nginx would keep small messages back until it has a page of them.
      'X-Accel-Buffering': 'no',
    });
    this.write(`retry: ${RECONNECT_MS}\n\n`);
  }

  send({ event, data, id, retryMs, isLast }: EventMessage): void {
    const head = [
      `event: ${event}`,
      ...(id === undefined ? [] : [`id: ${id}`]),
      ...(retryMs === undefined ? [] : [`retry: ${retryMs}`]),
    ];
    this.write(`${head.join('\n')}\ndata: ${data}\n\n`);
    if (isLast) this.response.end();
  }

  /** A sign of life, which proxies and clients need and nobody reads. */
  beat(now = Date.now()): void {
    if (this.response.writableEnded) this.lingersSince ??= now;
    const stuckSince = this.blockedAt ?? this.lingersSince;
    if (stuckSince !== undefined && now - stuckSince > MAX_BLOCKED_MS) this.response.destroy();
    else if (this.isWritable) this.write(': alive\n\n');
  }

  /** Ends the stream without a last message: the client connects again, perhaps elsewhere. */
  end(reason: string): void {
    if (!this.isOpen) return;
    if (this.isWritable) this.response.end(`: ${reason}\n\n`);
    else this.response.destroy();
  }

  /** Calls the listener whenever there is room again. */
  whenWritable(listener: () => void): void {
    this.onWritable = listener;
  }

  /** Calls the listener when the stream is over; at once if it is. */
  whenClosed(listener: () => void): void {
    if (this.isClosed) listener();
    else this.closeListeners.push(listener);
  }

  private write(text: string): void {
    if (this.isOpen && !this.response.write(text)) this.blockedAt ??= Date.now();
  }
}
