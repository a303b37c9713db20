import { compare } from '../support/report.mjs';
import { imagesPerTurn, runJob } from '../support/runs.mjs';
import { median, takeTurns } from '../support/turns.mjs';

/** Two worker processes against one, each beside an API process. With two cores there is little to gain. */
export async function twoWorkers({ scene, turns, turnMs }) {
  const one = await installation(scene, 1);
  const two = await installation(scene, 2);
  const images = (count) => scene.imageHost.urls(count);
  const perTurn = (run) => imagesPerTurn(turnMs, run, images);
  const count = Math.max(await perTurn(one), await perTurn(two));
  const { ours, reference } = await takeTurns(turns, {
    ours: async () => (await two(images(count))).perSecond,
    reference: async () => (await one(images(count))).perSecond,
  });
  return [
    compare(
      'throughput, header, 2 workers / 1',
      'images/s',
      median(ours),
      median(reference),
      {},
      { ours, reference },
    ),
  ];
}

async function installation(scene, count) {
  const database = await scene.database();
  const api = await scene.service(database, { role: 'api' });
  const workers = [];
  while (workers.length < count)
    workers.push(await scene.service(database, { role: 'worker', env: { IMAGE_VERIFY: 'header' } }));
  return (urls) => runJob(scene, workers, urls, api);
}
