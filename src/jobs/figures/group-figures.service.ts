import { Injectable } from '@nestjs/common';
import { Semaphore } from '../../common/semaphore.js';
import { GroupsService } from '../../groups/groups.service.js';
import type { GroupCondition } from '../../stores/store-condition.js';
import { FiguresTooLargeError } from '../jobs.errors.js';
import { SharedAnswers } from '../reading/shared-answers.js';
import { TooManyFiguresError } from './figures.errors.js';
import type { FiguresRange } from './figures-range.js';
import { GroupFiguresRepository, type GroupFigures } from './group-figures.repository.js';
import { pairsOf } from './group-figures.sql.js';

/** Different questions that may be asked at once; each waits for those before it. */
const MAX_QUESTIONS = 12;

export interface SummedGroup extends NamedGroup {
  readonly figures: GroupFigures;
}

export interface Comparison {
  readonly groups: readonly SummedGroup[];
  /** Those with too many images in this time. */
  readonly leftOut: readonly NamedGroup[];
  /** Stores that two of them have in common, each with each. */
  readonly overlaps: readonly { readonly ids: readonly [string, string]; readonly stores: number }[];
}

interface NamedGroup {
  readonly id: string;
  readonly name: string;
}

interface NamedCondition extends NamedGroup {
  readonly condition: GroupCondition;
}

/** Answers how the stores of groups are doing, with one connection of the pool at a time. */
@Injectable()
export class GroupFiguresService {
  private readonly shared = new SharedAnswers<GroupFigures>();
  private readonly oneAtATime = new Semaphore(1);
  private underWay = 0;

  constructor(
    private readonly figures: GroupFiguresRepository,
    private readonly groups: GroupsService,
  ) {}

  /**
   * An answer that took long may be some seconds old.
   *
   * @throws GroupNotFoundError, TooManyFiguresError, FiguresTooLargeError
   */
  async sumUp(id: string, range: FiguresRange): Promise<SummedGroup> {
    return this.sumUpOne(await this.find(id), range);
  }

  /**
   * The same of several, in the order they were asked for. One that is too large does not take the others with it.
   *
   * @throws FiguresTooLargeError when all of them are
   */
  async compare(ids: readonly string[], range: FiguresRange): Promise<Comparison> {
    const found = await Promise.all(ids.map((id) => this.find(id)));
    const summed = await Promise.all(found.map((group) => this.sumUpIfSmall(group, range)));
    const groups = summed.filter((group) => group !== undefined);
    if (groups.length === 0) throw new FiguresTooLargeError();
    const leftOut = found.filter((_, n) => summed[n] === undefined).map(({ id, name }) => ({ id, name }));
    const common = await this.inTurn(() =>
      this.figures.findOverlaps(found.map(({ condition }) => condition)),
    );
    const overlaps = pairsOf(ids.length).map(([a, b]) => ({
      ids: [ids[a] ?? '', ids[b] ?? ''] as const,
      stores: common[`${a}-${b}`] ?? 0,
    }));
    return { groups, leftOut, overlaps };
  }

  private async find(id: string): Promise<NamedCondition> {
    const { name } = await this.groups.findLive(id);
    return { id, name, condition: await this.groups.conditionOf(id) };
  }

  private async sumUpOne({ id, name, condition }: NamedCondition, range: FiguresRange): Promise<SummedGroup> {
    const question = `${range.from.getTime()} ${range.before.getTime()} ${condition.key}`;
    const figures = await this.shared.get(question, () =>
      this.inTurn(() => this.figures.sumUp(condition, range)),
    );
    return { id, name, figures };
  }

  private async sumUpIfSmall(group: NamedCondition, range: FiguresRange): Promise<SummedGroup | undefined> {
    try {
      return await this.sumUpOne(group, range);
    } catch (error) {
      if (error instanceof FiguresTooLargeError) return undefined;
      throw error;
    }
  }

  private async inTurn<T>(ask: () => Promise<T>): Promise<T> {
    if (this.underWay >= MAX_QUESTIONS) throw new TooManyFiguresError(this.underWay);
    this.underWay += 1;
    try {
      return await this.oneAtATime.use(ask);
    } finally {
      this.underWay -= 1;
    }
  }
}
