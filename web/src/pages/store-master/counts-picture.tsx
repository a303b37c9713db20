import { Progress, SimpleGrid, Text } from '@mantine/core';
import { KINDS, sayChanges, type Counts } from './counts.js';
import { count } from '../../parts/text.js';
import classes from './counts-picture.module.css';

/** What a file changes: a bar of all stores it touches, and the numbers. */
export function CountsPicture({ counts }: { readonly counts: Counts }) {
  const all = KINDS.reduce((sum, { of }) => sum + counts[of], 0);
  return (
    <div>
      <Progress.Root size={14} radius="sm" role="img" aria-label={`The file: ${sayChanges(counts)}`}>
        {KINDS.filter(({ of }) => counts[of] > 0).map(({ of, tone }) => (
          <Progress.Section
            key={of}
            value={(100 * counts[of]) / all}
            color={`var(--${tone}-fill)`}
            withAria={false}
            className={classes.part}
          />
        ))}
      </Progress.Root>
      <SimpleGrid cols={{ base: 2, xs: 3, sm: 5 }} spacing="sm" mt="sm" component="dl" m={0}>
        {KINDS.map(({ of, word, about, tone }) => (
          <div key={of} className={classes.kind} data-none={counts[of] === 0 || undefined}>
            <dt>
              <span className={classes.dot} style={{ background: `var(--${tone}-fill)` }} />
              {word}
            </dt>
            <dd>
              <span className={classes.number}>{count(counts[of])}</span>
              <Text size="xs" c="dimmed">
                {about}
              </Text>
            </dd>
          </div>
        ))}
      </SimpleGrid>
    </div>
  );
}
