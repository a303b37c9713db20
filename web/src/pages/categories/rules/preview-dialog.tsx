import { Button, Group, List, Modal, Stack, Table, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Schema } from '../../../api/client.js';
import { useRefreshCategories } from '../../../data/categories.js';
import { CATEGORY_NAMES } from '../../../parts/category-words.js';
import { Loading, Problem } from '../../../parts/states.js';
import { count, counted } from '../../../parts/text.js';
import { tellDone, tellProblem } from '../../../parts/toasts.js';
import { applyRules, previewRules, RulesRefused, type Candidate } from './use-rules.js';

interface PreviewDialogProps {
  readonly candidate: Candidate;
  readonly basedOn: string;
  readonly onClose: () => void;
  readonly onApplied: () => void;
}

/** Shows what rules would change before they are put in force. */
export function PreviewDialog({ candidate, basedOn, onClose, onApplied }: PreviewDialogProps) {
  const [comment, setComment] = useState('');
  const refresh = useRefreshCategories();
  const preview = useQuery({
    queryKey: ['category-preview', candidate],
    queryFn: ({ signal }) => previewRules(candidate, signal),
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
  });
  const apply = useMutation({
    mutationFn: () => applyRules(candidate, comment.trim(), basedOn),
    onSuccess: async ({ id }) => {
      tellDone(`Version ${id} of the rules is in force; the stores follow.`);
      await refresh();
      onApplied();
    },
    onError: tellProblem,
  });
  return (
    <Modal opened onClose={onClose} title="What would change" size="lg" transitionProps={{ duration: 0 }}>
      <Stack gap="md">
        {preview.isPending && <Loading label="Judging the stores" />}
        {preview.error && <Refused error={preview.error} />}
        {preview.data && (
          <>
            <Moves preview={preview.data} />
            <TextInput
              label="Comment"
              description="What was changed, for whoever looks at the versions later"
              value={comment}
              maxLength={200}
              onChange={(event) => setComment(event.currentTarget.value)}
            />
          </>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Back
          </Button>
          {preview.data && (
            <Button loading={apply.isPending} onClick={() => apply.mutate()}>
              Put in force
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}

function Refused({ error }: { readonly error: Error }) {
  if (!(error instanceof RulesRefused)) return <Problem error={error} />;
  return (
    <>
      <Text>These rules cannot be put in force:</Text>
      <List size="sm">
        {error.refused.problems.map(({ line, reason }) => (
          <List.Item key={line}>
            Line {line}: {reason}
          </List.Item>
        ))}
      </List>
    </>
  );
}

function Moves({ preview }: { readonly preview: Schema<'CategoryRulesPreviewDto'> }) {
  const { stores, checked, changed, moves } = preview;
  const isSample = checked < stores;
  if (changed === 0) {
    return <Text>No store would have another category; {counted(checked, 'store')} were looked at.</Text>;
  }
  return (
    <>
      <Text role="status">
        {isSample && 'About '}
        {count(changed)} of {counted(stores, 'store')} would have another category.
        {isSample && ` Estimated from ${counted(checked, 'store')} from everywhere.`}
      </Text>
      <Table.ScrollContainer minWidth={300} mah={380}>
        <Table verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>From</Table.Th>
              <Table.Th>To</Table.Th>
              <Table.Th ta="right">Stores</Table.Th>
              <Table.Th>For example</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {moves.map(({ from, to, stores: number, examples }) => (
              <Table.Tr key={`${from} ${to}`}>
                <Table.Td>{CATEGORY_NAMES[from]}</Table.Td>
                <Table.Td>{CATEGORY_NAMES[to]}</Table.Td>
                <Table.Td ta="right">{count(number)}</Table.Td>
                <Table.Td>
                  {examples.slice(0, 3).map(({ store_id, store_name, reason }) => (
                    <Text key={store_id} size="sm" title={reason}>
                      {store_name}
                    </Text>
                  ))}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </>
  );
}
