import type { Hear, LiveMessage } from './live-message.js';

const KINDS = ['snapshot', 'progress', 'settled'] as const;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 15_000;

/**
 * Follows all jobs until it is aborted. Browsers reconnect by themselves after a broken
 * connection, but give up for good when an answer is not 200; then a new stream is opened.
 */
export function followEvents(hear: Hear, signal: AbortSignal): void {
  let pauseMs = FIRST_PAUSE_MS;
  const open = () => {
    if (signal.aborted) return;
    const source = new EventSource('/api/events');
    signal.addEventListener('abort', () => source.close());
    for (const kind of KINDS) {
      source.addEventListener(kind, ({ data }: MessageEvent<string>) => {
        pauseMs = FIRST_PAUSE_MS;
        hear({ kind, ...(JSON.parse(data) as object) } as LiveMessage);
      });
    }
    source.addEventListener('error', () => {
      hear({ kind: 'lost' });
      if (source.readyState !== EventSource.CLOSED) return;
      setTimeout(open, pauseMs);
      pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
    });
  };
  open();
}
