import { Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { Schema } from '../../../api/client.js';
import { count, counted } from '../../../parts/text.js';
import { CountsPicture } from '../counts-picture.js';
import { sayChanges } from '../counts.js';
import { Rejects } from '../rejects.js';
import { useTotals } from '../totals.js';
import type { Choice, Upload } from './use-upload.js';

interface PlanProps {
  readonly upload: Upload;
  readonly choice: Choice;
  readonly counts: Schema<'StoreImportDto'>;
}

/** What the file would change, the two things there are to decide, and the button that does it. */
export function Plan({ upload, choice, counts }: PlanProps) {
  const isUnderWay = upload.count.isPending || upload.load.isPending;
  const isHeldUp = counts.rejected > 0 && !choice.allowRejects;
  return (
    <Stack gap="md" aria-busy={isUnderWay}>
      <div>
        <Text fw={600} mb="xs">
          {counted(counts.rows, 'row')}: what would change
        </Text>
        <CountsPicture counts={counts} />
      </div>
      <Stack gap="xs">
        <Checkbox
          label="Deactivate the stores that the file does not name"
          description="For a file that is the full list. Jobs cannot visit inactive stores; a later file brings them back."
          checked={choice.deactivateMissing}
          disabled={isUnderWay}
          onChange={({ currentTarget }) =>
            upload.choose({ ...choice, deactivateMissing: currentTarget.checked })
          }
        />
        {counts.rejected > 0 && (
          <Checkbox
            label="Load the good rows although there are bad ones"
            description="Otherwise one bad row stops the whole file."
            checked={choice.allowRejects}
            disabled={isUnderWay}
            onChange={({ currentTarget }) => upload.allow(currentTarget.checked)}
          />
        )}
      </Stack>
      <DeactivationNote deactivated={counts.deactivated} />
      {counts.rejected > 0 && (
        <Rejects rejects={counts.rejects} total={counts.rejected} fileName={choice.file.name} />
      )}
      <Group gap="sm">
        <Button
          disabled={isHeldUp || upload.count.isPending}
          loading={upload.load.isPending}
          onClick={() => upload.load.mutate(choice)}
        >
          Load it: {sayChanges(counts)}
        </Button>
        {isHeldUp && (
          <Text size="sm" c="dimmed">
            Correct the bad rows and choose the file again, or load only the good ones.
          </Text>
        )}
      </Group>
    </Stack>
  );
}

/** An extract taken for the full list would switch most stores off. */
function DeactivationNote({ deactivated }: { readonly deactivated: number }) {
  const totals = useTotals();
  if (deactivated === 0 || !totals) return null;
  return (
    <Group
      gap="xs"
      wrap="nowrap"
      align="flex-start"
      p="sm"
      bg="var(--wait-soft)"
      c="var(--wait)"
      style={{ borderRadius: 'var(--mantine-radius-md)' }}
    >
      <IconAlertTriangle size={18} style={{ flex: 'none' }} aria-hidden />
      <Text size="sm">
        {count(deactivated)} of {counted(totals.active, 'active store')} would become inactive. Is this file
        the full list?
      </Text>
    </Group>
  );
}
