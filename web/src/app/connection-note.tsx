import { Alert } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useTrouble } from '../data/connection.js';

/** Says that what is shown may be old, for as long as the service cannot be reached; nothing has to be clicked. */
export function ConnectionNote() {
  const trouble = useTrouble();
  return (
    <div role="status" aria-live="polite">
      {trouble && (
        <Alert color="yellow" variant="light" mb="md" icon={<IconPlugConnectedX size={18} />}>
          {trouble} What you see may be old; this page goes on by itself as soon as it can.
        </Alert>
      )}
    </div>
  );
}
