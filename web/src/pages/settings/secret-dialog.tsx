import { Button, Checkbox, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useBeforeUnload, useBlocker } from 'react-router';
import { CopyText } from '../../parts/copy-text.js';

interface SecretDialogProps {
  readonly title: string;
  /** What it is for, and what happens to it. */
  readonly about: string;
  readonly label: string;
  readonly secret: string;
  readonly onClose: () => void;
}

/** Shows a text that is told only once. Nothing closes it by accident: neither a key, nor a click, nor the way back. */
export function SecretDialog({ title, about, label, secret, onClose }: SecretDialogProps) {
  const [isKept, setKept] = useState(false);
  useBlocker(!isKept);
  useBeforeUnload((event) => {
    if (!isKept) event.preventDefault();
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
      size="lg"
    >
      <Stack>
        <Text size="sm">{about}</Text>
        <TextInput
          label={label}
          value={secret}
          readOnly
          styles={{ input: { fontFamily: 'monospace' } }}
          onFocus={({ currentTarget }) => currentTarget.select()}
          rightSection={<CopyText text={secret} label={`Copy the ${label.toLowerCase()}`} />}
        />
        <Checkbox
          label="I have put it in a safe place; it cannot be shown again"
          checked={isKept}
          onChange={({ currentTarget }) => setKept(currentTarget.checked)}
        />
        <Group justify="flex-end">
          <Button disabled={!isKept} onClick={onClose}>
            Done
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
