import { Injectable } from '@nestjs/common';
import { FiguresRepository, type Backlog, type StepCount, type Worker } from './figures.repository.js';
import type { Period } from './period.js';

/** Answers what the whole service is doing. */
@Injectable()
export class FiguresService {
  constructor(private readonly figures: FiguresRepository) {}

  /** What was settled in a period, and what is left now. */
  async stats(period: Period): Promise<{ counts: StepCount[]; backlog: Backlog }> {
    const [counts, backlog] = await Promise.all([this.figures.countSteps(period), this.figures.backlog()]);
    return { counts, backlog };
  }

  workers(): Promise<Worker[]> {
    return this.figures.findWorkers();
  }
}
