import type { AreaFiguresRepository, ListedAreas } from './area-figures.repository.js';
import { AreaFiguresService } from './area-figures.service.js';

const NONE: ListedAreas = { areas: [], more: false };
const day = (n: number) => ({ from: new Date(2026, 0, n), before: new Date(2026, 0, n + 1) });

describe('AreaFiguresService', () => {
  let answers: (() => void)[];
  let service: AreaFiguresService;

  beforeEach(() => {
    answers = [];
    const repository: Pick<AreaFiguresRepository, 'findWorst'> = {
      findWorst: () => new Promise<ListedAreas>((resolve) => answers.push(() => resolve(NONE))),
    };
    service = new AreaFiguresService(repository as AreaFiguresRepository);
  });

  it('asks the database one question at a time, and each once', async () => {
    const asked = [service.findWorst(day(1)), service.findWorst(day(1)), service.findWorst(day(2))];
    await new Promise(setImmediate);
    expect(answers).toHaveLength(1);
    answers[0]?.();
    await asked[0];
    await new Promise(setImmediate);
    expect(answers).toHaveLength(2);
    answers[1]?.();
    expect(await Promise.all(asked)).toEqual([NONE, NONE, NONE]);
  });

  it('lets eight different questions wait, and refuses a ninth', async () => {
    for (let n = 1; n <= 8; n += 1) void service.findWorst(day(n));
    void service.findWorst(day(8));
    await expect(service.findWorst(day(9))).rejects.toMatchObject({
      code: 'TOO_MANY_FIGURES',
      retryAfterSeconds: 5,
    });
  });
});
