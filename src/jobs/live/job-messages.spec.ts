import type { FailureBatch } from './failure-reader.js';
import { JobMessages } from './job-messages.js';
import type { JobView } from './job-view.js';

interface State {
  readonly processed?: number;
  readonly failed?: number;
  readonly isSettled?: boolean;
  readonly run?: number;
}

/** A job of so many measured and failed images. */
function job({ processed = 0, failed = 0, isSettled = false, run = 0 }: State): JobView {
  const status = !isSettled ? 'ongoing' : failed > 0 ? 'failed' : 'completed';
  const progress = JSON.stringify({ run, processed, failed });
  const settledImages = processed + failed;
  return { id: '1', run, status, isSettled, lastFailureNo: failed, settledImages, progress, summary: '' };
}

/** Failures up to a number, two in a message. */
function failuresUpTo(newest: () => number) {
  return {
    read: (_: unknown, after: number): Promise<FailureBatch | undefined> => {
      const lastNo = Math.min(after + 2, newest());
      return Promise.resolve(lastNo > after ? { data: `${after + 1}..${lastNo}`, lastNo } : undefined);
    },
  };
}

/** Everything there is to tell now, as `event data`. */
async function tell(messages: JobMessages): Promise<string[]> {
  const told: string[] = [];
  for (;;) {
    const message = await messages.next();
    if (!message) return told;
    told.push(message.event === 'images-failed' ? `${message.event} ${message.data}` : message.event);
  }
}

function follow(state: State, toldFailures = 0) {
  let newest = state.failed ?? 0;
  const messages = new JobMessages(
    job(state),
    toldFailures,
    failuresUpTo(() => newest),
  );
  const change = (next: State) => {
    newest = Math.max(newest, next.failed ?? 0);
    messages.offer(job(next));
    return tell(messages);
  };
  return { messages, change };
}

describe('The messages of a job', () => {
  it('begin with its progress, and then tell only what changes', async () => {
    const { messages, change } = follow({ processed: 1 });
    expect(await tell(messages)).toEqual(['progress']);
    expect(await change({ processed: 1 })).toEqual([]);
    expect(await change({ processed: 2 })).toEqual(['progress']);
  });

  it('tell every failure once, in order, with progress in between', async () => {
    const { messages, change } = follow({ failed: 5 });
    expect(await tell(messages)).toEqual([
      'progress',
      'images-failed 1..2',
      'images-failed 3..4',
      'images-failed 5..5',
    ]);
    expect(await change({ failed: 6 })).toEqual(['progress', 'images-failed 6..6']);
  });

  it('let progress through while there are failures without end', async () => {
    const { messages } = follow({ failed: 100 });
    const first: string[] = [];
    for (let n = 0; n < 4; n += 1) {
      first.push((await messages.next())?.event ?? '');
      messages.offer(job({ failed: 100, processed: n }));
    }
    expect(first).toEqual(['progress', 'images-failed', 'progress', 'images-failed']);
  });

  it('go on after the failure the client has heard of', async () => {
    expect(await tell(follow({ failed: 5 }, 3).messages)).toEqual(['progress', 'images-failed 4..5']);
  });

  it('end with failures, "settled" and "end" at once when the job is settled', async () => {
    const { change } = follow({ processed: 1 });
    expect(await change({ processed: 1, failed: 5, isSettled: true })).toEqual([
      'images-failed 1..2',
      'settled',
      'end',
    ]);
    expect(await change({ processed: 1, failed: 5, isSettled: true })).toEqual([]);
  });

  it('say "end" of a job that was settled before, and no failure that the client knows', async () => {
    expect(await tell(follow({ failed: 3, isSettled: true }, 3).messages)).toEqual(['settled', 'end']);
  });

  it('do not go back when a look at the job was overtaken by a newer one', async () => {
    const { messages, change } = follow({ processed: 5 });
    await tell(messages);
    expect(await change({ processed: 4 })).toEqual([]);
  });

  it('show a job that runs again as progress', async () => {
    const { messages, change } = follow({ failed: 2, isSettled: true }, 2);
    expect((await messages.next())?.event).toBe('settled');
    expect(await change({ run: 1, failed: 0 })).toEqual(['progress']);
    expect(await change({ run: 1, processed: 2, isSettled: true })).toEqual(['settled', 'end']);
  });

  it('lose no failure when the database could not be read', async () => {
    let isAway = true;
    const source = failuresUpTo(() => 2);
    const read = (view: JobView, after: number) =>
      isAway ? Promise.reject(new Error('away')) : source.read(view, after);
    const messages = new JobMessages(job({ failed: 2, isSettled: true }), 0, { read });
    await expect(messages.next()).rejects.toThrow('away');
    isAway = false;
    expect(await tell(messages)).toEqual(['images-failed 1..2', 'settled', 'end']);
  });
});
