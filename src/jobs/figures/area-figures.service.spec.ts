import type { AreaFigures, AreaFiguresRepository } from './area-figures.repository.js';
import { AreaFiguresService } from './area-figures.service.js';

const day = (n: number) => ({ from: new Date(2026, 0, n), before: new Date(2026, 0, n + 1) });

describe('AreaFiguresService', () => {
  let answers: (() => void)[];
  let service: AreaFiguresService;

  beforeEach(() => {
    answers = [];
    const repository: Pick<AreaFiguresRepository, 'findAll'> = {
      findAll: () => new Promise<AreaFigures[]>((resolve) => answers.push(() => resolve([]))),
    };
    service = new AreaFiguresService(repository as AreaFiguresRepository);
  });

  it('asks the database one question at a time, and each once', async () => {
    const asked = [service.findAll(day(1)), service.findAll(day(1)), service.findAll(day(2))];
    await new Promise(setImmediate);
    expect(answers).toHaveLength(1);
    answers[0]?.();
    await asked[0];
    await new Promise(setImmediate);
    expect(answers).toHaveLength(2);
    answers[1]?.();
    expect(await Promise.all(asked)).toEqual([[], [], []]);
  });

  it('lets eight different questions wait, and refuses a ninth', async () => {
    for (let n = 1; n <= 8; n += 1) void service.findAll(day(n));
    void service.findAll(day(8));
    await expect(service.findAll(day(9))).rejects.toMatchObject({
      code: 'TOO_MANY_FIGURES',
      retryAfterSeconds: 5,
    });
  });
});
