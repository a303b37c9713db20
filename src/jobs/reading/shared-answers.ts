import { FiguresTooLargeError } from '../jobs.errors.js';

interface Shared<T> {
  readonly answer: Promise<T>;
  /** Milliseconds since 1970; Infinity while it is being made. */
  goodUntil: number;
}

/** An answer is kept this many times as long as it took: so one question takes a fifth of a connection at the most. */
const KEEP_TIMES = 4;
const KEEP_MAX_MS = 30_000;

/** What took too long takes too long again: asking for it every few seconds would keep a connection busy for nothing. */
const KEEP_TOO_LARGE_MS = 60_000;

/**
 * For answers that may cost much, and then may be a little old: whoever asks the same while one is being made, or shortly
 * after, gets the same one. That there is too much to sum up is an answer, too; any other failure is told to those
 * who wait for it, and is not kept.
 */
export class SharedAnswers<T> {
  private readonly answers = new Map<string, Shared<T>>();

  /** @param keepMinMs how long an answer is kept that was there at once */
  constructor(
    private readonly keepMinMs = 0,
    private readonly now: () => number = Date.now,
  ) {}

  get(question: string, ask: () => Promise<T>): Promise<T> {
    this.forgetOld();
    const known = this.answers.get(question);
    if (known) return known.answer;
    const askedAt = this.now();
    const shared: Shared<T> = { answer: ask(), goodUntil: Infinity };
    this.answers.set(question, shared);
    shared.answer.then(
      () => (shared.goodUntil = this.now() + this.keepMs(this.now() - askedAt)),
      (error: unknown) => {
        if (error instanceof FiguresTooLargeError) shared.goodUntil = this.now() + KEEP_TOO_LARGE_MS;
        else this.answers.delete(question);
      },
    );
    return shared.answer;
  }

  private keepMs(tookMs: number): number {
    return Math.max(this.keepMinMs, Math.min(KEEP_TIMES * tookMs, KEEP_MAX_MS));
  }

  private forgetOld(): void {
    const now = this.now();
    for (const [question, { goodUntil }] of this.answers) {
      if (goodUntil <= now) this.answers.delete(question);
    }
  }
}
