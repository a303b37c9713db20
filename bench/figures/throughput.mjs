import { compare } from '../support/report.mjs';
import { imagesPerTurn, runJob, runLoop } from '../support/runs.mjs';
import { median, takeTurns } from '../support/turns.mjs';

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
    await runJob(scene, [service], images(count));

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
