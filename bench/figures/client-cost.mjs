import { compare } from '../support/report.mjs';
import { imagesPerTurn, runLoop } from '../support/runs.mjs';
import { median, takeTurns } from '../support/turns.mjs';

/**
 * CPU per image of the bare loop against `node:http` and the same sharp call: what axios, the gates
 * for addresses and the limits cost. undici in place of axios, for comparison.
 *
 * @param {{ verify: 'header' | 'decode', atMost: number }} variant
 */
export const clientCost =
  ({ verify, atMost }) =>
  async ({ scene, turns, turnMs }) => {
    const env = { IMAGE_VERIFY: verify };
    const loops = {
      bare: await scene.loop('bare', env),
      nodeHttp: await scene.loop('node-http', env),
      undici: await scene.loop('undici', env),
    };
    const images = (count) => scene.imageHost.urls(count);
    let count = 0;
    for (const loop of Object.values(loops))
      count = Math.max(count, await imagesPerTurn(turnMs, (urls) => runLoop(loop, urls), images));
    const sides = Object.entries(loops).map(([side, loop]) => [side, () => runLoop(loop, images(count))]);
    const runs = await takeTurns(turns, Object.fromEntries(sides));

    const cpu = (side) => runs[side].map(({ cpuMsPerImage }) => cpuMsPerImage);
    const against = (title, a, b, mark) =>
      compare(`${title}, ${verify}`, 'ms', median(cpu(a)), median(cpu(b)), mark, {
        [a]: cpu(a),
        [b]: cpu(b),
      });
    return [
      against('bare loop CPU / node:http and sharp', 'bare', 'nodeHttp', { atMost }),
      against('undici and sharp, CPU / node:http and sharp', 'undici', 'nodeHttp', {}),
    ];
  };
