import { Text } from '@mantine/core';
import { useNow } from '../../parts/moment.js';
import { duration } from '../../parts/text.js';

/** Figures come every five seconds; what is older than this is not live any more. */
const OLD_MS = 20_000;

const CLOCK = new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' });

/** Says how old the figures are, loudly once they are old: nobody looks twice at a screen on a wall. */
export function DataAge({ atMs }: { readonly atMs: number }) {
  const now = useNow(1_000);
  if (atMs === 0) return null;
  const isOld = now - atMs > OLD_MS;
  const age = now - atMs;
  return (
    <Text
      size="sm"
      role={isOld ? 'alert' : undefined}
      fw={isOld ? 700 : 400}
      c={isOld ? 'var(--bad)' : 'dimmed'}
      bg={isOld ? 'var(--bad-soft)' : undefined}
      px={isOld ? 'xs' : 0}
      style={{ borderRadius: 'var(--mantine-radius-sm)', fontVariantNumeric: 'tabular-nums' }}
    >
      {isOld ? `No news for ${duration(age)}` : `as of ${CLOCK.format(atMs)}`}
    </Text>
  );
}
