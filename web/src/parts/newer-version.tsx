import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { sayMaker } from './maker.js';

interface NewerVersionProps {
  readonly version: number;
  /** Who made it. */
  readonly by: string;
  /** What it says otherwise. */
  readonly children?: ReactNode;
  readonly onTake: () => void;
  readonly onKeep: () => void;
}

/** Somebody else was quicker: what is edited here is based on what holds no more. */
export function NewerVersion({ version, by, children, onTake, onKeep }: NewerVersionProps) {
  return (
    <Alert color="yellow" role="alert">
      <Stack gap="xs">
        <Text size="sm" fw={600}>
          Version {version} is in force, by {sayMaker(by)}
        </Text>
        {children}
        <Group gap="xs">
          <Button size="xs" variant="default" onClick={onKeep}>
            Keep mine
          </Button>
          <Button size="xs" variant="default" onClick={onTake}>
            Take it
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
