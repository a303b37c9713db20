import { Button, Group, Stack, Text } from '@mantine/core';
import { ApiError } from '../../../api/api-error.js';
import { Rejects } from '../rejects.js';
import { FileGoneError, ImportRefusedError } from './send-file.js';

interface RefusalProps {
  readonly error: Error;
  readonly fileName: string;
  /** Counts the same file again. */
  readonly onAgain: () => void;
}

/** Why a file was not loaded, and what to do about it. */
export function Refusal({ error, fileName, onAgain }: RefusalProps) {
  if (error instanceof DOMException && error.name === 'AbortError') return null;
  const refusal = error instanceof ImportRefusedError ? error.refusal : undefined;
  const mayPass = !(error instanceof FileGoneError) && !isFinal(error);
  return (
    <Stack gap="md">
      <Stack
        gap="xs"
        role="alert"
        p="sm"
        bg="var(--bad-soft)"
        c="var(--bad)"
        style={{ borderRadius: 'var(--mantine-radius-md)' }}
      >
        <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
          {error.message}
        </Text>
        {mayPass && (
          <Group>
            <Button size="xs" variant="default" onClick={onAgain}>
              Try again
            </Button>
          </Group>
        )}
      </Stack>
      {refusal && refusal.rejected > 0 && (
        <Rejects rejects={refusal.rejects} total={refusal.rejected} fileName={fileName} />
      )}
    </Stack>
  );
}

/** Another import may end, and a service comes back; what is wrong with a file stays wrong. */
function isFinal(error: Error): boolean {
  return error instanceof ApiError && error.status < 500 && ![409, 429, 408].includes(error.status);
}
