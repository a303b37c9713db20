import { Alert, Progress, Text } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import type { Schema } from '../../api/client.js';
import { count, counted } from '../../parts/text.js';

/** Says how far the stores have come after rules or corrections have changed; nothing when all is done. */
export function PassNote({ pass }: { readonly pass: Schema<'CategoryPassDto'> }) {
  if (pass.state === 'done') return null;
  const percent = pass.stores === 0 ? 0 : Math.min(100, (100 * pass.checked) / pass.stores);
  const isRunning = pass.state === 'running';
  return (
    <Alert icon={<IconRefresh size={18} />} mb="md" color="indigo" variant="light" role="status">
      <Text size="sm">
        {isRunning
          ? `Stores follow the rules: ${count(pass.checked)} of ${counted(pass.stores, 'store')} checked, ${count(pass.changed)} changed.`
          : 'Rules or corrections have changed; the stores follow within seconds.'}
      </Text>
      {isRunning && <Progress value={percent} mt="xs" aria-label="Stores checked" transitionDuration={0} />}
    </Alert>
  );
}
