import { Group, Text } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { Card } from '../../parts/card.js';

/** In place of the upload, for those who may look only. */
export function AdminsOnly() {
  return (
    <Card>
      <Group gap="sm" wrap="nowrap" align="flex-start">
        <IconLock size={18} stroke={1.7} color="var(--mantine-color-dimmed)" aria-hidden />
        <Text size="sm">
          You can see what was loaded. Loading a list needs an API key with the scope <code>admin</code>.
        </Text>
      </Group>
    </Card>
  );
}
