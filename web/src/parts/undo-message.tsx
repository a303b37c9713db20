import { Button, Group } from '@mantine/core';

interface UndoMessageProps {
  readonly message: string;
  readonly label: string;
  readonly onClick: () => void;
}

export function UndoMessage({ message, label, onClick }: UndoMessageProps) {
  return (
    <Group justify="space-between" wrap="nowrap">
      <span>{message}</span>
      <Button variant="default" size="compact-sm" miw="fit-content" onClick={onClick}>
        {label}
      </Button>
    </Group>
  );
}
