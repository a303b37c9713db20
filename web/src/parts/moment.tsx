import { Tooltip } from '@mantine/core';
import { useEffect, useState } from 'react';

const EXACT = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'long' });
const CLOCK = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });
const DAY = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });
const AGO = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto', style: 'short' });

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

interface MomentProps {
  /** RFC 3339, or nothing. */
  readonly at: string | null | undefined;
  /** Instead of the time when there is none. */
  readonly none?: string;
}

/** A time as people say it, in the viewer's zone; the exact one on hover and touch. */
export function Moment({ at, none = '–' }: MomentProps) {
  const now = useNow();
  if (!at) return <span>{none}</span>;
  const date = new Date(at);
  return (
    <Tooltip label={EXACT.format(date)} events={{ hover: true, focus: false, touch: true }}>
      <time dateTime={at}>{sayTime(date, now)}</time>
    </Tooltip>
  );
}

/** `just now`, `5 min ago`, `14:05` today, `Mar 1, 2026` before that. */
export function sayTime(date: Date, now: number): string {
  const ago = now - date.getTime();
  if (Math.abs(ago) < MINUTE_MS) return 'just now';
  if (Math.abs(ago) < HOUR_MS) return AGO.format(-Math.round(ago / MINUTE_MS), 'minute');
  if (Math.abs(ago) < DAY_MS / 2) return AGO.format(-Math.round(ago / HOUR_MS), 'hour');
  if (new Date(now).toDateString() === date.toDateString()) return CLOCK.format(date);
  return `${DAY.format(date)}, ${CLOCK.format(date)}`;
}

/** The time in milliseconds, new every half minute. */
export function useNow(everyMs = MINUTE_MS / 2): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
