/** What the command tells its caller. */
export const EXIT = {
  /** Done; where the command tells of a job, all its images so far were measured. */
  good: 0,
  /** The job has images that failed or were cancelled. */
  failedImages: 1,
  /** Not called as it should be, a file that does not fit, or a service that is away or refuses. */
  problem: 2,
  /** Ctrl-C, as shells say it. */
  interrupted: 130,
} as const;

/** Ends the command with a sentence for people and exit code 2. */
export class Problem extends Error {}

/** The command line itself is wrong; the help is one line away. */
export class UsageProblem extends Problem {}
