const WHOLE = new Intl.NumberFormat(undefined, { maximumFractionDigits: 0 });
const SHORT = new Intl.NumberFormat(undefined, { maximumFractionDigits: 1 });
const BYTES = ['bytes', 'kB', 'MB', 'GB', 'TB'];

/** Whole, with thousands marks of the viewer's language: `9,400`. */
export function count(value: number): string {
  return WHOLE.format(value);
}

/** `1 job`, `9,400 jobs`. @param many when it is not the noun with an s */
export function counted(value: number, one: string, many = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : many}`;
}

/** With one decimal where there is one: `48.5`. */
export function decimal(value: number): string {
  return SHORT.format(value);
}

/** `43 %`; a share that is not all is never rounded up to all, nor one that is something down to nothing. */
export function percent(value: number): string {
  const shown = value > 99.9 && value < 100 ? 99.9 : value > 0 && value < 0.1 ? 0.1 : value;
  return `${SHORT.format(shown)} %`;
}

/** `4,200 px`. */
export function pixels(value: number): string {
  return `${count(value)} px`;
}

/** `74.9 kB`, in powers of 1,000. */
export function bytes(value: number): string {
  let size = value;
  let unit = 0;
  while (size >= 999.5 && unit < BYTES.length - 1) {
    size /= 1_000;
    unit += 1;
  }
  return `${unit === 0 ? count(size) : SHORT.format(size)} ${BYTES[unit]}`;
}

/** `320 ms`, `4.2 s`, `3 min 20 s`, `2 h 5 min`, `3 days 4 h`. @param ms 0 or more */
export function duration(ms: number): string {
  if (ms < 1_000) return `${count(ms)} ms`;
  if (ms < 9_950) return `${SHORT.format(ms / 1_000)} s`;
  const seconds = Math.round(ms / 1_000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return both(minutes, 'min', seconds % 60, 's');
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return both(hours, 'h', minutes % 60, 'min');
  return both(Math.floor(hours / 24), 'days', hours % 24, 'h');
}

function both(large: number, largeUnit: string, small: number, smallUnit: string): string {
  return small === 0 ? `${count(large)} ${largeUnit}` : `${count(large)} ${largeUnit} ${small} ${smallUnit}`;
}

/** With a capital at its beginning. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
