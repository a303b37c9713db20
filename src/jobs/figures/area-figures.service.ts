import { Injectable } from '@nestjs/common';
import { Semaphore } from '../../common/semaphore.js';
import type { GroupCondition } from '../../stores/store-condition.js';
import { SharedAnswers } from '../reading/shared-answers.js';
import { AreaFiguresRepository, type ListedAreas } from './area-figures.repository.js';
import { TooManyFiguresError } from './figures.errors.js';
import type { FiguresRange } from './figures-range.js';

/** Dashboards ask every few seconds; a day of a million images takes about two seconds to sum up. */
const KEEP_MIN_MS = 5_000;

/** Different times that may be asked for at once; each waits for those before it. */
const MAX_QUESTIONS = 8;

/** Answers how areas are doing, with one connection of the pool at a time, whoever asks for whatever. */
@Injectable()
export class AreaFiguresService {
  private readonly shared = new SharedAnswers<ListedAreas>(KEEP_MIN_MS);
  private readonly oneAtATime = new Semaphore(1);
  private underWay = 0;

  constructor(private readonly figures: AreaFiguresRepository) {}

  /**
   * An answer may be up to half a minute old.
   *
   * @throws TooManyFiguresError, FiguresTooLargeError
   */
  findWorst(range: FiguresRange, group?: GroupCondition): Promise<ListedAreas> {
    const question = `${range.from.getTime()} ${range.before.getTime()} ${group?.key ?? ''}`;
    return this.shared.get(question, () => this.ask(range, group));
  }

  private async ask(range: FiguresRange, group?: GroupCondition): Promise<ListedAreas> {
    if (this.underWay >= MAX_QUESTIONS) throw new TooManyFiguresError(this.underWay);
    this.underWay += 1;
    try {
      return await this.oneAtATime.use(() => this.figures.findWorst(range, group));
    } finally {
      this.underWay -= 1;
    }
  }
}
