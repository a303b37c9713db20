import { Button, Group } from '@mantine/core';

export function UndoMessage({ message, undo }: { readonly message: string; readonly undo: () => void }) {
  return (
    <Group justify="space-between" wrap="nowrap">
      <span>{message}</span>
      <Button variant="default" size="compact-sm" miw="fit-content" onClick={undo}>
        Undo
      </Button>
    </Group>
  );
}
