/** Why one row of a file cannot be loaded. */
export interface Reject {
  /** Line of the file the row begins on, the first line being 1. */
  readonly line: number;
  readonly reason: string;
}

/** A file that cannot be read on from some line: no CSV at all, no usable header, or no end of a row in sight. */
export class UnreadableCsvError extends Error {
  constructor(
    readonly line: number,
    reason: string,
  ) {
    super(reason);
  }
}

/** Rejects that are shown and stored; the rest is only counted, so that a wholly bad file takes no memory. */
export const SHOWN_REJECTS = 100;

/** Counts rejects and keeps the first ones by line. */
export class RejectList {
  private kept: Reject[] = [];
  private total = 0;

  get count(): number {
    return this.total;
  }

  get first(): readonly Reject[] {
    return this.kept;
  }

  /** Takes rejects in the order of their lines. */
  add(reject: Reject): void {
    this.total += 1;
    if (this.kept.length < SHOWN_REJECTS) this.kept.push(reject);
  }

  /** Takes rejects that were found later, of which only the first ones are at hand. */
  merge(first: readonly Reject[], count: number): void {
    this.total += count;
    this.kept = [...this.kept, ...first].sort((a, b) => a.line - b.line).slice(0, SHOWN_REJECTS);
  }
}
