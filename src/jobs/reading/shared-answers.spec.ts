import { FiguresTooLargeError } from '../jobs.errors.js';
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

  it('keeps an answer four times as long as it took, and never longer than half a minute', async () => {
    const slowly = (question: string, tookMs: number) =>
      answers.get(question, () => {
        asked.push(question);
        now += tookMs;
        return Promise.resolve(`${question} ${asked.length}`);
      });
    await slowly('a', 3_000);
    now += 11_999;
    expect(await ask('a')).toBe('a 1');
    now += 1;
    expect(await slowly('a', 9_000)).toBe('a 2');
    now += 29_999;
    expect(await ask('a')).toBe('a 2');
    now += 1;
    expect(await ask('a')).toBe('a 3');
  });

  it('keeps for a minute that there is too much to sum up', async () => {
    const refuse = () => answers.get('a', () => Promise.reject(new FiguresTooLargeError()));
    await expect(refuse()).rejects.toThrow('too many images');
    now = 59_999;
    await expect(ask('a')).rejects.toThrow('too many images');
    now = 60_000;
    expect(await ask('a')).toBe('a 1');
  });

  it('keeps no other failure', async () => {
    const failing = answers.get('a', () => Promise.reject(new Error('away')));
    await expect(failing).rejects.toThrow('away');
    expect(await ask('a')).toBe('a 1');
  });
});
