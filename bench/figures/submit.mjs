import { submitBody } from '../support/client.mjs';
import { copyOf } from '../support/bare-copy.mjs';
import { compare } from '../support/report.mjs';
import { inVisits } from '../support/runs.mjs';
import { median, repeatFor, takeTurns, timed } from '../support/turns.mjs';

const SIZES = [
  {
    title: '2 visits of 2 images',
    visits: (urls) => [urls.slice(0, 2), urls.slice(2, 4)],
    images: 4,
    atMost: 5,
  },
  { title: '1,000 images', visits: inVisits, images: 1_000, atMost: 3 },
  { title: '10,000 images', visits: inVisits, images: 10_000, atMost: 3 },
];

/**
 * A submit, over HTTP and checked, until its 201; against COPY of the same job, visits and images into the
 * same tables and one commit. Nobody works on the jobs meanwhile (ROLE=api), else the images would be timed.
 */
export async function submit({ scene, turns, turnMs }) {
  const service = await scene.service(await scene.database(), { role: 'api' });
  const rows = [];
  for (const { title, visits, images, atMost } of SIZES) {
    const body = submitBody(visits(scene.imageHost.urls(images)));
    const copy = copyOf(service.database, visits(scene.imageHost.urls(images)));
    const p50 = async (work) => median(await repeatFor(turnMs, () => timed(work)));
    const sides = { ours: () => p50(() => service.client.submit(body)), copy: () => p50(copy) };
    for (let warm = 0; warm < 5; warm += 1) await Promise.all([service.client.submit(body), copy()]);
    const { ours, copy: bare } = await takeTurns(turns, sides);
    rows.push(
      compare(
        `submit p50, ${title}, / bare COPY`,
        'ms',
        median(ours),
        median(bare),
        { atMost },
        { ours, bare },
      ),
    );
  }
  return rows;
}
