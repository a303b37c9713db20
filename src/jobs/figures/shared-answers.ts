interface Shared<T> {
  readonly answer: Promise<T>;
  /** Milliseconds since 1970; Infinity while it is being made. */
  goodUntil: number;
}

/**
 * For answers that cost much and may be a little old: whoever asks the same while one is being made, or shortly after,
 * gets the same one. One that failed is told to those who wait for it, and is not kept.
 */
export class SharedAnswers<T> {
  private readonly answers = new Map<string, Shared<T>>();

  constructor(
    private readonly keepMs: number,
    private readonly now: () => number = Date.now,
  ) {}

  get(question: string, ask: () => Promise<T>): Promise<T> {
    this.forgetOld();
    const known = this.answers.get(question);
    if (known) return known.answer;
    const shared: Shared<T> = { answer: ask(), goodUntil: Infinity };
    this.answers.set(question, shared);
    shared.answer.then(
      () => (shared.goodUntil = this.now() + this.keepMs),
      () => this.answers.delete(question),
    );
    return shared.answer;
  }

  private forgetOld(): void {
    const now = this.now();
    for (const [question, { goodUntil }] of this.answers) {
      if (goodUntil <= now) this.answers.delete(question);
    }
  }
}
