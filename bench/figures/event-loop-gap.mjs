import { once } from 'node:events';
import { submitBody } from '../support/client.mjs';
import { inVisits } from '../support/runs.mjs';
import { median } from '../support/turns.mjs';

const IMAGES = 10_000;
const SUBMITS = 15;

const PROBE = new URL('../support/gap-probe.mjs', import.meta.url).href;

/** How long the API answers nobody else while it handles a submit of 10,000 URLs. */
export async function eventLoopGap({ scene }) {
  const service = await scene.service(await scene.database(), { role: 'api', preload: PROBE });
  const body = submitBody(inVisits(scene.imageHost.urls(IMAGES)));
  for (let warm = 0; warm < 3; warm += 1) await service.client.submit(body);
  const gaps = [];
  for (let n = 0; n < SUBMITS; n += 1) {
    service.child.send({ type: 'watch' });
    await once(service.child, 'message');
    await service.client.submit(body);
    gaps.push((await service.ask({ type: 'tell' }, 'gap')).ms);
  }
  const name = 'longest gap of a 5 ms timer while 10,000 URLs are submitted';
  return [
    { name: `${name}, median`, unit: 'ms', ours: median(gaps), atMost: 50, turns: { gaps } },
    { name: `${name}, worst of ${SUBMITS}`, unit: 'ms', ours: Math.max(...gaps), atMost: 50 },
  ];
}
