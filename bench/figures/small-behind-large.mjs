import { setTimeout as sleep } from 'node:timers/promises';
import { submitBody } from '../support/client.mjs';
import { compare } from '../support/report.mjs';
import { inVisits } from '../support/runs.mjs';
import { median, repeatFor, takeTurns, timed } from '../support/turns.mjs';

const LARGE = 10_000;
const SMALL = 10;

/** The large job has filled every place of the window by then, and has thousands of images to go. */
const HEAD_START_MS = 1_500;

const POLL_MS = 5;

/** A job of 10 images, alone and while 10,000 images of another job are waiting. */
export const smallBehindLarge =
  ({ verify, atMost }) =>
  async ({ scene, turns, turnMs }) => {
    const small = submitBody([scene.imageHost.urls(SMALL)]);
    const large = submitBody(inVisits(scene.imageHost.urls(LARGE)));
    const jobOfTen = async ({ client, database }) => {
      const jobId = await client.submit(small);
      await database.settled(jobId, POLL_MS);
    };
    /** In a process of its own, so that a turn need not wait for the large job of the turn before. */
    const turn = async (prepare) => {
      const service = await scene.service(await scene.database(), { env: { IMAGE_VERIFY: verify } });
      await repeatFor(turnMs / 3, () => jobOfTen(service)); // warms up
      await prepare(service);
      const ms = median(await repeatFor(turnMs, () => timed(() => jobOfTen(service))));
      await service.stop('SIGKILL');
      return ms;
    };
    const { behind, alone } = await takeTurns(turns, {
      alone: () => turn(() => undefined),
      behind: () =>
        turn(async ({ client }) => {
          await client.submit(large);
          await sleep(HEAD_START_MS);
        }),
    });
    return [
      compare(
        `job of 10 behind 10,000 images / alone, ${verify}`,
        'ms',
        median(behind),
        median(alone),
        { atMost },
        { behind, alone },
      ),
    ];
  };
