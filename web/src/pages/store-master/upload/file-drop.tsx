import '@mantine/dropzone/styles.css';
import { Button, Group, List, SimpleGrid, Stack, Text } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { IconDownload, IconFileTypeCsv } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { saveFile } from '../../../parts/save-file.js';
import { bytes } from '../../../parts/text.js';
import { MAX_BYTES } from './send-file.js';

/** With the traits that go wrong most: quotes around a comma, coordinates that are not known. */
const TEMPLATE = [
  'AreaCode,StoreName,StoreID,Latitude,Longitude',
  '7100015,"GANESH KIRANA, OLD BUS STAND",RP00001,18.102045,78.859483',
  '7100015,NEW LAXMI BHANDER,RP00002,,',
  '',
].join('\r\n');

/** Where a file is dropped, or chosen, and what it must look like. */
export function FileDrop({ onFile }: { readonly onFile: (file: File) => void }) {
  const open = useRef<() => void>(null);
  const [problem, setProblem] = useState<string>();
  const take = (files: readonly File[]) => {
    const [file] = files;
    const wrong = problemOf(files);
    setProblem(wrong);
    if (file && !wrong) onFile(file);
  };
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
      <Dropzone
        onDrop={take}
        openRef={open}
        activateOnClick={false}
        activateOnKeyboard={false}
        enablePointerEvents
        inputProps={{ 'aria-label': 'Store Master as CSV', accept: '.csv,text/csv' }}
        bg="var(--ground)"
        px="md"
        py="xl"
      >
        <Stack align="center" gap="sm">
          <IconFileTypeCsv size={40} stroke={1.3} color="var(--mantine-color-dimmed)" aria-hidden />
          <Text fw={600} ta="center">
            Drop a CSV file here
          </Text>
          <Button onClick={() => open.current?.()}>Choose a file</Button>
          <Text size="xs" c="dimmed" ta="center">
            At most {bytes(MAX_BYTES)}. Nothing is changed before you have seen what would be.
          </Text>
          {problem && (
            <Text size="sm" c="var(--bad)" role="alert" ta="center">
              {problem}
            </Text>
          )}
        </Stack>
      </Dropzone>
      <Understood />
    </SimpleGrid>
  );
}

function problemOf(files: readonly File[]): string | undefined {
  const [file] = files;
  if (files.length > 1) return 'One file at a time, please.';
  if (!file || file.size <= MAX_BYTES) return undefined;
  return `“${file.name}” has ${bytes(file.size)}, more than the ${bytes(MAX_BYTES)} an upload may have. On the server, npm run stores:seed loads files of any size.`;
}

/** What the service makes of a file. */
function Understood() {
  return (
    <div>
      <Text fw={600} size="sm" mb={6}>
        What the file must have
      </Text>
      <List size="sm" spacing={6} mb="sm">
        <List.Item>
          A header with <code>AreaCode</code>, <code>StoreName</code> and <code>StoreID</code>; maybe{' '}
          <code>Latitude</code> and <code>Longitude</code>, in degrees. Any order and case; other columns are
          passed over.
        </List.Item>
        <List.Item>Commas between the columns, UTF-8, one store per row.</List.Item>
        <List.Item>
          Stores are known by their <code>StoreID</code>: known ones are brought up to date, others are added.
          Nothing is ever deleted.
        </List.Item>
      </List>
      <Group>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconDownload size={14} />}
          onClick={() => saveFile('store-master-template.csv', TEMPLATE)}
        >
          Download a template
        </Button>
      </Group>
    </div>
  );
}
