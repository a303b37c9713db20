import { Paper, Text } from '@mantine/core';
import type { ReactNode } from 'react';

interface FigureProps {
  readonly label: string;
  readonly value: ReactNode;
  /** A smaller line below. */
  readonly note?: ReactNode;
}

/** One number that matters, in large. */
export function Figure({ label, value, note }: FigureProps) {
  return (
    <Paper withBorder p={{ base: 'sm', sm: 'md' }} bg="var(--card)" component="dl" m={0} className="figures">
      <Text component="dt" size="sm" c="dimmed">
        {label}
      </Text>
      <Text component="dd" m={0} fz={{ base: 22, sm: 26 }} fw={650} lh={1.3} truncate>
        {value}
      </Text>
      {note && (
        <Text component="dd" m={0} size="xs" c="dimmed" lineClamp={3}>
          {note}
        </Text>
      )}
    </Paper>
  );
}
