import { compare } from '../support/report.mjs';
import { imagesPerTurn, runLoop } from '../support/runs.mjs';
import { median, takeTurns } from '../support/turns.mjs';

const FORMATS = ['jpg', 'png', 'webp'];
const ENV = { IMAGE_VERIFY: 'decode', GPU_SLEEP_MIN_MS: '0', GPU_SLEEP_MAX_MS: '0' };

/**
 * CPU per image of decoding it and telling how sharp and how bright it is, against decoding it and keeping its last
 * pixel, by format. Both sides check the file alike, and have it in memory.
 */
export async function appearanceCost({ scene, turns, turnMs }) {
  const loops = {
    looked: await scene.loop('looked-at', ENV),
    lastPixel: await scene.loop('last-pixel', ENV),
  };
  const rows = [];
  for (const format of FORMATS) {
    const names = scene.imageHost.names.filter((name) => name.endsWith(`.${format}`));
    const urls = (count) =>
      Array.from({ length: count }, (_, n) => scene.imageHost.url(names[n % names.length], n));
    let count = 0;
    for (const loop of Object.values(loops))
      count = Math.max(count, await imagesPerTurn(turnMs, (all) => runLoop(loop, all), urls));
    const sides = Object.entries(loops).map(([side, loop]) => [side, () => runLoop(loop, urls(count))]);
    const runs = await takeTurns(turns, Object.fromEntries(sides));
    const [looked, lastPixel] = ['looked', 'lastPixel'].map((side) =>
      runs[side].map(({ cpuMsPerImage }) => cpuMsPerImage),
    );
    const name = `decoding with sharpness and brightness, CPU / keeping the last pixel, ${format}`;
    rows.push(compare(name, 'ms', median(looked), median(lastPixel), {}, { looked, lastPixel }));
  }
  return rows;
}
