import { SharedAnswers } from './shared-answers.js';

describe('SharedAnswers', () => {
  let now: number;
  let asked: string[];
  let answers: SharedAnswers<string>;
  const ask = (question: string) =>
    answers.get(question, () => {
      asked.push(question);
      return Promise.resolve(`${question} ${asked.length}`);
    });

  beforeEach(() => {
    now = 0;
    asked = [];
    answers = new SharedAnswers<string>(5_000, () => now);
  });

  it('asks once for all who want to know the same at the same time, and for each question apart', async () => {
    expect(await Promise.all([ask('a'), ask('b'), ask('a')])).toEqual(['a 1', 'b 2', 'a 1']);
  });

  it('keeps an answer for its time, counted from when it was there', async () => {
    await ask('a');
    now = 4_999;
    expect(await ask('a')).toBe('a 1');
    now = 5_000;
    expect(await ask('a')).toBe('a 2');
  });

  it('keeps no failure', async () => {
    const failing = answers.get('a', () => Promise.reject(new Error('away')));
    await expect(failing).rejects.toThrow('away');
    expect(await ask('a')).toBe('a 1');
  });
});
