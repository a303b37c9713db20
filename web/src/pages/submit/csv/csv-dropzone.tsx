import '@mantine/dropzone/styles.css';
import { Button, Group, Stack, Text } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { IconDownload, IconFileSpreadsheet } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { saveFile } from '../../../parts/save-file.js';
import { tellProblem } from '../../../parts/toasts.js';
import { changeDraft } from '../draft/use-draft.js';
import { sampleJob } from '../sample-job.js';
import { Note } from '../sending/note.js';
import { csvText } from './csv-text.js';

/** Ten times of what a submit may be, and still nothing a browser minds. */
const MOST_BYTES = 320_000_000;

/** Where a file is dropped, or chosen. */
export function CsvDropzone() {
  const open = useRef<() => void>(null);
  const [problem, setProblem] = useState<string>();
  const take = async ([file]: File[]) => {
    if (!file) return;
    try {
      if (file.size > MOST_BYTES) throw new Error(`${file.name} is too large for a job. Split it first.`);
      changeDraft({
        csv: { name: file.name, text: csvText(await file.arrayBuffer(), file.name) },
        leaveOut: 0,
      });
    } catch (error) {
      setProblem((error as Error).message);
    }
  };
  return (
    <Stack gap="sm">
      <Dropzone
        onDrop={(files) => void take(files)}
        openRef={open}
        multiple={false}
        activateOnClick={false}
        activateOnKeyboard={false}
        enablePointerEvents
        useFsAccessApi={false}
        inputProps={{ 'aria-label': 'CSV file' }}
        bg="var(--card)"
        p="xl"
      >
        <Stack align="center" gap="sm" py="md">
          <IconFileSpreadsheet size={44} stroke={1.3} color="var(--mantine-color-dimmed)" aria-hidden />
          <Text fw={600} ta="center">
            Drop a CSV file here
          </Text>
          <Text c="dimmed" size="sm" ta="center" maw={420}>
            One image per row, with the columns <code>store_id</code>, <code>image_url</code> and{' '}
            <code>visit_time</code> in any order. Rows with the same store and time are one visit.
          </Text>
          <Group gap="xs" justify="center">
            <Button onClick={() => open.current?.()}>Choose a file</Button>
            <Template />
          </Group>
        </Stack>
      </Dropzone>
      {problem && (
        <Note tone="bad" role="alert">
          {problem}
        </Note>
      )}
    </Stack>
  );
}

/** A file to begin with: it can be sent as it is. */
function Template() {
  const save = useMutation({
    mutationFn: sampleJob,
    onSuccess: ({ visits }) => {
      const rows = visits.flatMap(({ store_id, image_url, visit_time }) =>
        image_url.map((url) => `${store_id},${url},${visit_time}`),
      );
      saveFile('visits.csv', ['store_id,image_url,visit_time', ...rows, ''].join('\r\n'));
    },
    onError: tellProblem,
  });
  return (
    <Button
      variant="default"
      leftSection={<IconDownload size={16} />}
      loading={save.isPending}
      onClick={() => save.mutate()}
    >
      Download a template
    </Button>
  );
}
