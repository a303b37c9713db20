import { compare } from '../support/report.mjs';
import { imagesPerTurn, runJob, runLoop } from '../support/runs.mjs';
import { median, repeatFor, takeTurns } from '../support/turns.mjs';

const IMAGES = 200;

/** What the simulated GPU takes on average for an image, ms. */
const MEAN_SLEEP_MS = 250;

/** One job of 200 images after the other: how much is done at a time, and how little is lost at both ends. */
export const jobOf200 =
  ({ verify, atMost, against }) =>
  async ({ scene, turns, turnMs }) => {
    const env = { IMAGE_VERIFY: verify };
    const service = await scene.service(await scene.database(), { env });
    const loop = await scene.loop('bare', env);
    const urls = scene.imageHost.urls(IMAGES);
    await imagesPerTurn(
      turnMs,
      (images) => runLoop(loop, images),
      (count) => scene.imageHost.urls(count),
    );
    await runJob(scene, [service], urls);

    const typical = async (run) => median((await repeatFor(turnMs, run)).map(({ ms }) => ms));
    const { ours, bare } = await takeTurns(turns, {
      ours: () => typical(() => runJob(scene, [service], urls)),
      bare: () => typical(() => runLoop(loop, urls)),
    });
    const [reference, title] =
      against === 'sleep' ? [IMAGES * MEAN_SLEEP_MS, '0.25 s x 200'] : [median(bare), 'bare loop'];
    return [
      compare(
        `job of 200 images, ${verify}, / ${title}`,
        'ms',
        median(ours),
        reference,
        { atMost },
        { ours, bare },
      ),
    ];
  };
