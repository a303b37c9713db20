import { followEvents } from './event-stream.js';
import type { Hear, LiveMessage } from './live-message.js';

const NAME = 'smp:live';

/** What a tab asks when it is opened, as it has missed how everything began. */
const HELLO = 'hello';

/**
 * Follows all jobs with one connection for all tabs of the browser: over HTTP/1.1 it has
 * six for a host, and seven tabs with a stream each would keep every other request waiting.
 * The tab that holds the lock tells the others; when it is closed, another one gets the lock.
 *
 * @param present what a tab that has just been opened should know
 */
export function followShared(hear: Hear, present: () => LiveMessage, signal: AbortSignal): void {
  // Locks exist only with HTTPS or on this machine; elsewhere each tab has a stream of its own.
  if (!('locks' in navigator)) {
    followEvents(hear, signal);
    return;
  }
  const channel = new BroadcastChannel(NAME);
  let leads = false;
  channel.addEventListener('message', ({ data }: MessageEvent<LiveMessage | typeof HELLO>) => {
    if (data !== HELLO) hear(data);
    else if (leads) channel.postMessage(present());
  });
  channel.postMessage(HELLO);
  signal.addEventListener('abort', () => channel.close());
  const lead = () => {
    leads = true;
    followEvents((message) => {
      if (signal.aborted) return;
      channel.postMessage(message);
      hear(message);
    }, signal);
    return new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
  };
  navigator.locks.request(NAME, { signal }, lead).catch(() => undefined); // aborted before it was this tab's turn
}
