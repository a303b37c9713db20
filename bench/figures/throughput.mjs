import { compare } from '../support/report.mjs';
import { imagesPerTurn, runJob, runLoop } from '../support/runs.mjs';
import { median, takeTurns } from '../support/turns.mjs';

/** Runs of each side before any counts: both still get faster in their first ten seconds. */
const WARM_UPS = 3;

/**
 * One job against a bare loop over the same images: images per second from the submit to the last
 * result, and the CPU all processes used for it, Postgres and Redis included.
 *
 * @param {{ title: string, env: NodeJS.ProcessEnv, atLeast: number, cpuAtMost?: number }} variant
 */
export const throughput =
  ({ title, env, atLeast, cpuAtMost }) =>
  async ({ scene, turns, turnMs }) => {
    const service = await scene.service(await scene.database(), { env });
    const loop = await scene.loop('bare', env);
    const images = (count) => scene.imageHost.urls(count);
    const count = await imagesPerTurn(turnMs, (urls) => runLoop(loop, urls), images);
    for (let run = 0; run < WARM_UPS; run += 1) {
      await runJob(scene, [service], images(count));
      await runLoop(loop, images(count));
    }

    const { ours, bare } = await takeTurns(turns, {
      ours: () => runJob(scene, [service], images(count)),
      bare: () => runLoop(loop, images(count)),
    });
    const figure = (name, unit, key, mark) => {
      const [a, b] = [ours, bare].map((runs) => runs.map((run) => run[key]));
      return compare(name, unit, median(a), median(b), mark, { ours: a, bare: b });
    };
    return [
      figure(`throughput, ${title}, / bare loop`, 'images/s', 'perSecond', { atLeast }),
      figure(`CPU per image, ${title}, / bare loop`, 'ms', 'cpuMsPerImage', { atMost: cpuAtMost }),
    ];
  };
