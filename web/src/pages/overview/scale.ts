const MINUTE = 60_000;
const DAY_MINUTES = 1_440;

/** What a time axis may be marked by, in minutes. */
const TIME_STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1_440, 2_880, 7_200, 10_080, 20_160, 43_200];

const CLOCK = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });
const WEEKDAY = new Intl.DateTimeFormat(undefined, { weekday: 'short', hour: 'numeric', minute: '2-digit' });
const DATE = new Intl.DateTimeFormat(undefined, { month: 'short', day: 'numeric' });

export interface TimeMark {
  readonly ms: number;
  readonly text: string;
}

/** Values to draw lines at, from 0 to the first one that nothing exceeds: 1, 2 or 5 times a power of ten apart. */
export function valueMarks(highest: number, lines = 3): number[] {
  if (highest <= 0) return [0, 1];
  const rough = highest / lines;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5].find((factor) => factor * power >= rough) ?? 10) * power;
  const marks = [];
  for (let n = 0; ; n += 1) {
    marks.push(Number((n * step).toPrecision(12)));
    if (n * step >= highest) return marks;
  }
}

/** Round times of the viewer's zone from `fromMs` to `toMs`, at most `most` of them. */
export function timeMarks(fromMs: number, toMs: number, most: number): TimeMark[] {
  const minutes = (toMs - fromMs) / MINUTE;
  const step = TIME_STEPS.find((candidate) => minutes / candidate <= most + 0.5) ?? minutes;
  const format = step >= DAY_MINUTES ? DATE : minutes > DAY_MINUTES ? WEEKDAY : CLOCK;
  const marks: TimeMark[] = [];
  const time = new Date(fromMs);
  time.setHours(0, 0, 0, 0);
  while (time.getTime() <= toMs) {
    const ms = time.getTime();
    if (ms >= fromMs) marks.push({ ms, text: format.format(time) });
    // Days may have 23 or 25 hours; what is shorter than a day hardly ever meets such a night.
    if (step >= DAY_MINUTES) time.setDate(time.getDate() + step / DAY_MINUTES);
    else time.setTime(ms + step * MINUTE);
  }
  return marks;
}
