import { Group, Paper, Title, type PaperProps } from '@mantine/core';
import { useId, type ReactNode } from 'react';

interface CardProps extends PaperProps {
  readonly title?: string;
  /** At the right of the title. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A part of a page with a heading of its own. */
export function Card({ title, aside, children, ...paper }: CardProps) {
  const id = useId();
  return (
    <Paper
      component="section"
      aria-labelledby={title ? id : undefined}
      withBorder
      p={{ base: 'sm', md: 'md' }}
      bg="var(--card)"
      {...paper}
    >
      {title && (
        <Group justify="space-between" gap="xs" mb="sm">
          <Title order={2} id={id}>
            {title}
          </Title>
          {aside}
        </Group>
      )}
      {children}
    </Paper>
  );
}
