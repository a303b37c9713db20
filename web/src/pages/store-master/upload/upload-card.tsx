import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { IconFileTypeCsv } from '@tabler/icons-react';
import { Card } from '../../../parts/card.js';
import { bytes, percent } from '../../../parts/text.js';
import { FileDrop } from './file-drop.js';
import { Loaded } from './loaded.js';
import { Plan } from './plan.js';
import { Refusal } from './refusal.js';
import { useUpload, type Upload } from './use-upload.js';

/** Counting a smaller file again is over before anybody could read of it. */
const SLOW_BYTES = 2_000_000;

/** Loads a file in three steps: choose it, look at what it would change, load it. */
export function UploadCard() {
  const upload = useUpload();
  const { choice, counts, count, load, choose } = upload;
  const error = load.error ?? count.error;
  const isSlow = (choice?.file.size ?? 0) > SLOW_BYTES;
  const take = (file: File) => choose({ file, deactivateMissing: false, allowRejects: false });
  return (
    <Card title="Load a list">
      {!choice && <FileDrop onFile={take} />}
      {choice && (
        <Stack gap="md">
          <Chosen upload={upload} />
          {(load.isPending || (count.isPending && (!counts || isSlow))) && (
            <Underway
              share={upload.share}
              label={load.isPending ? 'Loading' : 'Counting what would change'}
            />
          )}
          {load.data ? (
            <Loaded done={load.data} onNext={upload.forget} />
          ) : (
            <>
              {error && <Refusal error={error} fileName={choice.file.name} onAgain={() => choose(choice)} />}
              {counts && !error && <Plan upload={upload} counts={counts} choice={choice} />}
            </>
          )}
        </Stack>
      )}
    </Card>
  );
}

function Chosen({ upload: { choice, load, count, share, forget } }: { readonly upload: Upload }) {
  const isUnderWay = load.isPending || count.isPending;
  // What has arrived is loaded, whether somebody waits for the answer or not.
  const isTooLate = load.isPending && share >= 1;
  return (
    <Group justify="space-between" gap="sm" wrap="nowrap">
      <Group gap="sm" wrap="nowrap" miw={0}>
        <IconFileTypeCsv size={28} stroke={1.4} color="var(--mantine-color-dimmed)" aria-hidden />
        <div style={{ minWidth: 0 }}>
          <Text fw={600} truncate>
            {choice?.file.name}
          </Text>
          <Text size="xs" c="dimmed">
            {bytes(choice?.file.size ?? 0)}
          </Text>
        </div>
      </Group>
      {!load.data && !isTooLate && (
        <Button variant="default" size="xs" onClick={forget}>
          {isUnderWay ? 'Stop' : 'Choose another file'}
        </Button>
      )}
    </Group>
  );
}

/** What is sent is not yet read: the end of the upload is not the end of the wait. */
function Underway({ share, label }: { readonly share: number; readonly label: string }) {
  const isSent = share >= 1;
  return (
    <div role="status">
      <Progress
        value={100 * share}
        animated={isSent}
        aria-label={label}
        color="var(--busy-fill)"
        transitionDuration={150}
      />
      <Text size="sm" c="dimmed" mt={6}>
        {label} ·{' '}
        {isSent ? 'the file has arrived and is compared with the list' : `${percent(100 * share)} sent`}
      </Text>
    </div>
  );
}
