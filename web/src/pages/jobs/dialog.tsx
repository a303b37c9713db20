import { Button, Group, Modal, Stack } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Answer } from '../../parts/answer.js';

interface DialogProps<T> {
  readonly title: string;
  readonly onClose: () => void;
  /** What would happen; asked for before anything can be confirmed. */
  readonly preview: UseQueryResult<T>;
  readonly children: (preview: T) => ReactNode;
  /** The button that does it; left out when nothing would happen. */
  readonly confirm: (preview: T) => ReactNode;
}

/** Says what would happen, and asks for a yes. */
export function Dialog<T>({ title, onClose, preview, children, confirm }: DialogProps<T>) {
  return (
    <Modal opened onClose={onClose} title={<b>{title}</b>} centered>
      <Stack>
        <Answer query={preview}>{children}</Answer>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose} data-autofocus>
            {preview.data !== undefined && confirm(preview.data) ? 'Not now' : 'Close'}
          </Button>
          {preview.data !== undefined && confirm(preview.data)}
        </Group>
      </Stack>
    </Modal>
  );
}
