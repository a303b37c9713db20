import { Problem } from '../exit.js';

/** Rows that are named; the others are counted. */
const SHOWN = 20;

/** What is wrong with a file, by line. */
export class RowProblems extends Problem {
  private readonly lines: string[] = [];
  private count = 0;

  constructor(line?: number, problem?: string) {
    super();
    if (line !== undefined && problem !== undefined) this.add(line, problem);
  }

  add(line: number, problem: string): void {
    this.count += 1;
    if (this.lines.length < SHOWN) this.lines.push(`line ${line}: ${problem}`);
    const more = this.count - this.lines.length;
    this.message = [...this.lines, ...(more > 0 ? [`and ${more} more rows`] : [])].join('\n');
  }

  throwIfAny(): void {
    if (this.count > 0) throw this;
  }
}
