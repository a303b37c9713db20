/** Why one row of a file cannot be loaded. */
export interface Reject {
  /** Line of the file the row begins on, the header being line 1. */
  readonly line: number;
  readonly reason: string;
}
