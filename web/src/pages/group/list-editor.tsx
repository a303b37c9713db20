import '@mantine/dropzone/styles.css';
import { Alert, Button, Group, NativeSelect, ScrollArea, Stack, Table, Text } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { useRef, useState } from 'react';
import { StorePicker } from '../../parts/store-picker.js';
import { count, counted } from '../../parts/text.js';
import { tellProblem } from '../../parts/toasts.js';
import { changeList, ListRefusedError, sendList } from './use-changes.js';
import type { Group as StoreGroup } from './use-group.js';

const MODES = [
  { value: 'add', label: 'Add its stores' },
  { value: 'remove', label: 'Take its stores off' },
  { value: 'replace', label: 'Have its stores and no others' },
] as const;

type Mode = (typeof MODES)[number]['value'];

/** Changes a list: one store at a time, or by a file of ids. */
export function ListEditor({ group: { id } }: { readonly group: StoreGroup }) {
  const [mode, setMode] = useState<Mode>('add');
  const [store, setStore] = useState('');
  const [refused, setRefused] = useState<{ file: File; error: ListRefusedError }>();
  const open = useRef<() => void>(null);
  const send = (file: File, isLax = false) => {
    setRefused(undefined);
    void sendList(id, file, mode, isLax).catch((error: unknown) => {
      if (error instanceof ListRefusedError) setRefused({ file, error });
      else tellProblem(error);
    });
  };
  const add = () => void changeList(id, 'add', store).then(() => setStore(''), tellProblem);
  return (
    <Stack gap="md">
      <Group align="flex-end" gap="xs">
        <StorePicker label="One store" value={store} onChange={setStore} />
        <Button variant="default" disabled={store === ''} onClick={add}>
          Add it
        </Button>
      </Group>
      <Dropzone
        onDrop={([file]) => file && send(file)}
        openRef={open}
        activateOnClick={false}
        activateOnKeyboard={false}
        enablePointerEvents
        multiple={false}
        inputProps={{ 'aria-label': 'Stores as CSV', accept: '.csv,text/csv' }}
        bg="var(--ground)"
        p="md"
      >
        <Group justify="center" gap="xs">
          <Text size="sm">Drop a CSV file with a column store_id here</Text>
          <NativeSelect
            size="xs"
            aria-label="What to do with a file"
            data={[...MODES]}
            value={mode}
            onChange={({ currentTarget: { value } }) => setMode(value as Mode)}
          />
          <Button size="xs" variant="default" onClick={() => open.current?.()}>
            Choose a file
          </Button>
        </Group>
      </Dropzone>
      {refused && (
        <Refusal
          error={refused.error}
          onGoOn={() => send(refused.file, true)}
          onLeave={() => setRefused(undefined)}
        />
      )}
    </Stack>
  );
}

interface RefusalProps {
  readonly error: ListRefusedError;
  readonly onGoOn: () => void;
  readonly onLeave: () => void;
}

/** The rows that name no store, and what can be done about them. */
function Refusal({ error: { message, refusal }, onGoOn, onLeave }: RefusalProps) {
  const good = refusal.rows - refusal.rejected;
  return (
    <Alert color="red" variant="light" title="Nothing was changed" role="alert">
      <Stack gap="xs">
        <Text size="sm">{message.replace('Nothing was changed: ', '')}</Text>
        <ScrollArea.Autosize mah={220} type="auto" viewportProps={{ tabIndex: 0, 'aria-label': 'Bad rows' }}>
          <Table fz="sm" verticalSpacing={4} aria-label="Bad rows">
            <Table.Thead>
              <Table.Tr>
                <Table.Th w={70}>Line</Table.Th>
                <Table.Th>Reason</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {refusal.rejects.map(({ line, reason }) => (
                <Table.Tr key={line}>
                  <Table.Td>{count(line)}</Table.Td>
                  <Table.Td style={{ overflowWrap: 'anywhere' }}>{reason}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </ScrollArea.Autosize>
        <Group gap="xs">
          {good > 0 && (
            <Button size="xs" variant="default" onClick={onGoOn}>
              Go on with the {counted(good, 'good row')}
            </Button>
          )}
          <Button size="xs" variant="default" onClick={onLeave}>
            Leave it
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
