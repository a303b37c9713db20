/** A job's run that still has images to hand out. */
export interface DueRun {
  readonly jobId: string;
  readonly run: number;
  /** Images not handed out yet. */
  readonly remaining: number;
  readonly priority: number;
  /** The host that serves most of its images, where there is one. */
  readonly host?: string;
}

/** How many images of a run to hand out now, in ranges of at most the range size. */
export interface Portion {
  readonly jobId: string;
  readonly run: number;
  readonly images: number;
}

/** How much more a job gets per step of priority. */
const PRIORITY_BASE = 1.5;

/**
 * Deficit round robin over jobs (Shreedhar and Varghese, 1995): each round
 * gives every job images in proportion to its weight, at least one range. A job of
 * 100,000 images does not starve a job of one. Keeps its place between calls,
 * so that a round may be longer than the room there is at one time.
 */
export class FairRounds {
  private credits = new Map<string, number>();
  /** The run whose turn it is, where the last call ran out of room in the middle of it. */
  private interrupted?: string;
  /** The run whose turn it is at a host that had no room for it. */
  private readonly hostTurns = new Map<string, string>();

  /** The job to begin with at the next call. */
  get turn(): string | undefined {
    return this.interrupted?.split('/')[0];
  }

  /**
   * @param due the runs to choose from, in any order that stays the same from call to call
   * @param room images that may be handed out now
   * @param rangeSize images in a full range; a range is only cut short at the end of its run
   * @param hostRoom images that may be handed out now per host; a host that is not named has room for all
   */
  plan(
    due: readonly DueRun[],
    room: number,
    rangeSize: number,
    hostRoom = new Map<string, number>(),
  ): Portion[] {
    const portions = new Map<string, Portion>();
    const left = new Map(due.map((run) => [keyOf(run), run.remaining]));
    const lightest = Math.min(...due.map(weightOf));
    this.forgetAllBut(left);
    let queue = this.inTurn(due);
    while (queue.length > 0) {
      for (const run of queue) {
        const key = keyOf(run);
        if (this.interrupted !== key) this.addCredit(key, (rangeSize * weightOf(run)) / lightest);
        this.interrupted = undefined;
        for (let next = left.get(key) ?? 0; next > 0; next = left.get(key) ?? 0) {
          const size = Math.min(rangeSize, next);
          if (size > room) {
            this.interrupted = key;
            return [...portions.values()];
          }
          if ((this.credits.get(key) ?? 0) < size) break;
          if (!takeRoom(hostRoom, run.host, size)) {
            // The first one without room is the first to have some; nobody saves up credit meanwhile.
            const host = run.host ?? '';
            if (!this.hostTurns.has(host)) this.hostTurns.set(host, key);
            this.credits.delete(key);
            left.delete(key);
            break;
          }
          this.addCredit(key, -size);
          left.set(key, next - size);
          room -= size;
          portions.set(key, {
            jobId: run.jobId,
            run: run.run,
            images: (portions.get(key)?.images ?? 0) + size,
          });
        }
      }
      queue = queue.filter((run) => (left.get(keyOf(run)) ?? 0) > 0);
    }
    return [...portions.values()];
  }

  /** Beginning where the last call stopped; among the runs of one host, where that host had no more room. */
  private inTurn(due: readonly DueRun[]): readonly DueRun[] {
    if (!due.some((run) => keyOf(run) === this.interrupted)) this.interrupted = undefined;
    const queue = rotated(due, this.interrupted);
    for (const [host, key] of this.hostTurns) {
      const runs = rotated(
        queue.filter((run) => run.host === host),
        key,
      );
      let next = 0;
      for (const [place, run] of queue.entries()) if (run.host === host) queue[place] = runs[next++] ?? run;
    }
    this.hostTurns.clear();
    return queue;
  }

  private addCredit(key: string, images: number): void {
    this.credits.set(key, (this.credits.get(key) ?? 0) + images);
  }

  /** A run that is not due any more takes no credit with it. */
  private forgetAllBut(due: ReadonlyMap<string, unknown>): void {
    this.credits = new Map([...this.credits].filter(([key]) => due.has(key)));
  }
}

function rotated(runs: readonly DueRun[], firstKey: string | undefined): DueRun[] {
  const start = Math.max(
    0,
    runs.findIndex((run) => keyOf(run) === firstKey),
  );
  return [...runs.slice(start), ...runs.slice(0, start)];
}

function takeRoom(hostRoom: Map<string, number>, host: string | undefined, size: number): boolean {
  const room = host === undefined ? undefined : hostRoom.get(host);
  if (host === undefined || room === undefined) return true;
  if (room < size) return false;
  hostRoom.set(host, room - size);
  return true;
}

function keyOf({ jobId, run }: DueRun): string {
  return `${jobId}/${run}`;
}

function weightOf({ priority }: DueRun): number {
  return PRIORITY_BASE ** priority;
}
