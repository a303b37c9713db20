import type { JobView } from './job-view.js';
import { JobsMessages } from './jobs-messages.js';

const job = (id: number, status: JobView['status'] = 'ongoing', settledImages = 0): JobView => ({
  id: String(id),
  run: 0,
  status,
  isSettled: status !== 'ongoing',
  lastFailureNo: 0,
  settledImages,
  progress: '',
  summary: JSON.stringify({ id, settledImages }),
});

async function tell(messages: JobsMessages): Promise<[event: string, jobs: number][]> {
  const told: [string, number][] = [];
  for (;;) {
    const message = await messages.next();
    if (!message) return told;
    told.push([message.event, (JSON.parse(message.data) as { jobs: unknown[] }).jobs.length]);
  }
}

/** Of a client that has had its snapshot. */
async function following(status?: JobView['status']): Promise<JobsMessages> {
  const messages = new JobsMessages(status, () => Promise.resolve({ jobs: [], more: false }));
  await messages.next();
  return messages;
}

describe('The messages of many jobs', () => {
  it('begin with a snapshot that says whether there are more', async () => {
    const messages = new JobsMessages(undefined, () =>
      Promise.resolve({ jobs: [job(1).summary], more: true }),
    );
    messages.offer(job(1));
    const message = await messages.next();
    expect(message).toMatchObject({
      event: 'snapshot',
      data: '{"jobs":[{"id":1,"settledImages":0}],"more":true}',
    });
    expect(await tell(messages)).toEqual([]);
  });

  it('tell the newest state of each job, however often it changed', async () => {
    const messages = await following();
    for (let n = 0; n < 50; n += 1) messages.offer(job(1, 'ongoing', n));
    messages.offer(job(2));
    expect((await messages.next())?.data).toBe(
      '{"jobs":[{"id":1,"settledImages":49},{"id":2,"settledImages":0}]}',
    );
  });

  it('tell an end instead of the progress before it', async () => {
    const messages = await following();
    messages.offer(job(1));
    messages.offer(job(1, 'failed'));
    expect(await tell(messages)).toEqual([['settled', 1]]);
  });

  it('hold at most a hundred jobs each, progress and ends by turns', async () => {
    const messages = await following();
    for (let n = 0; n < 150; n += 1) messages.offer(job(n));
    for (let n = 200; n < 250; n += 1) messages.offer(job(n, 'completed'));
    expect(await tell(messages)).toEqual([
      ['progress', 100],
      ['settled', 50],
      ['progress', 50],
    ]);
  });

  it('begin anew with a snapshot for a client that is far behind', async () => {
    const messages = await following();
    for (let n = 0; n < 600; n += 1) messages.offer(job(n));
    expect((await tell(messages))[0]).toEqual(['snapshot', 0]);
  });

  it('begin anew when too much changes while a snapshot is taken', async () => {
    let changes = 600;
    const messages: JobsMessages = new JobsMessages(undefined, () => {
      for (let n = 0; n < changes; n += 1) messages.offer(job(n));
      changes = 3;
      return Promise.resolve({ jobs: [], more: false });
    });
    expect(await tell(messages)).toEqual([
      ['snapshot', 0],
      ['snapshot', 0],
      ['progress', 3],
    ]);
  });

  it('still begin with a snapshot when the first could not be taken', async () => {
    let isAway = true;
    const messages = new JobsMessages(undefined, () =>
      isAway ? Promise.reject(new Error('away')) : Promise.resolve({ jobs: [], more: false }),
    );
    await expect(messages.next()).rejects.toThrow('away');
    isAway = false;
    expect(await tell(messages)).toEqual([['snapshot', 0]]);
  });

  it('tell those who asked for ongoing jobs how these end, and those who asked for failed ones nothing else', async () => {
    const [ongoing, failed] = [await following('ongoing'), await following('failed')];
    for (const messages of [ongoing, failed]) {
      messages.offer(job(1));
      messages.offer(job(2, 'completed'));
      messages.offer(job(3, 'failed'));
    }
    expect(await tell(ongoing)).toEqual([
      ['progress', 1],
      ['settled', 2],
    ]);
    expect(await tell(failed)).toEqual([['settled', 1]]);
  });
});
