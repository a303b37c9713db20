import { timeMarks, valueMarks } from './scale.js';

describe('valueMarks', () => {
  it.each([
    [0, [0, 1]],
    [3, [0, 1, 2, 3]],
    [7, [0, 5, 10]],
    [0.25, [0, 0.1, 0.2, 0.3]],
    [1_234, [0, 500, 1_000, 1_500]],
  ])('has round lines up to %d', (highest, marks) => expect(valueMarks(highest)).toEqual(marks));
});

describe('timeMarks', () => {
  const from = new Date(2026, 2, 1, 9, 7).getTime();
  const marksOf = (minutes: number) =>
    timeMarks(from, from + minutes * 60_000, 6).map(({ ms }) => new Date(ms));

  it('marks an hour at round minutes', () => {
    expect(marksOf(60).map((date) => date.getMinutes())).toEqual([10, 20, 30, 40, 50, 0]);
  });

  it('marks days at the midnights of the viewer', () => {
    const marks = marksOf(5 * 1_440);
    expect(marks).toHaveLength(5);
    expect(marks.every((date) => date.getHours() === 0)).toBe(true);
  });

  it('never marks more than there is room for', () => {
    for (const days of [1, 3, 7, 30, 90]) expect(marksOf(days * 1_440).length).toBeLessThanOrEqual(7);
  });
});
