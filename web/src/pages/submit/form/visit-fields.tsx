import {
  ActionIcon,
  Group,
  Paper,
  SimpleGrid,
  Stack,
  Text,
  Textarea,
  TextInput,
  Title,
  Tooltip,
} from '@mantine/core';
import { IconCopyPlus, IconTrash } from '@tabler/icons-react';
import { useEffect, useId, useRef, useState } from 'react';
import type { Schema } from '../../../api/client.js';
import { StorePicker } from '../../../parts/store-picker.js';
import { counted } from '../../../parts/text.js';
import { addressesOf, type FieldProblems, type FormVisit } from './form-visit.js';

interface VisitFieldsProps {
  /** From 1. */
  readonly number: number;
  readonly visit: FormVisit;
  readonly store: Schema<'StoreDto'> | undefined;
  readonly problems: FieldProblems;
  /** Nothing would be left to remove. */
  readonly isAlone: boolean;
  /** It has just been added: typing goes on here. */
  readonly hasFocus: boolean;
  readonly onChange: (part: Partial<FormVisit>) => void;
  readonly onCopy: () => void;
  readonly onRemove: () => void;
}

const ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;

export function VisitFields({
  number,
  visit,
  store,
  problems,
  hasFocus,
  onChange,
  ...more
}: VisitFieldsProps) {
  const id = useId();
  const box = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (hasFocus) box.current?.querySelector('input')?.focus();
  }, [hasFocus]);
  const [isTyping, setTyping] = useState(false);
  const images = addressesOf(visit).length;
  return (
    <Paper
      component="li"
      ref={box}
      aria-labelledby={id}
      withBorder
      p={{ base: 'sm', md: 'md' }}
      bg="var(--card)"
    >
      <Stack gap="sm">
        <Group justify="space-between" wrap="nowrap" gap="xs" mih={28}>
          <Group gap="xs" wrap="nowrap" miw={0}>
            <Title order={2} id={id} style={{ whiteSpace: 'nowrap' }}>
              Visit {number}
            </Title>
            {store && (
              <Text c="dimmed" size="sm" truncate>
                {store.store_name}
              </Text>
            )}
          </Group>
          <Actions number={number} {...more} />
        </Group>
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          {/* Half an id is not a wrong one. */}
          <div onInput={() => setTyping(true)} onBlur={() => setTyping(false)}>
            <StorePicker
              label="Store"
              value={visit.storeId}
              onChange={(storeId) => onChange({ storeId })}
              {...(problems.storeId && !isTyping && { error: problems.storeId })}
            />
          </div>
          <TextInput
            label="Time of the visit"
            type="datetime-local"
            title={`In the time zone of this browser, ${ZONE}`}
            value={visit.time}
            onChange={(event) => onChange({ time: event.currentTarget.value })}
            error={problems.time}
          />
        </SimpleGrid>
        <Textarea
          label="Image URLs"
          description={images > 0 ? counted(images, 'image') : 'One per line; paste as many as there are.'}
          placeholder="https://"
          autosize
          minRows={2}
          maxRows={14}
          spellCheck={false}
          autoCapitalize="off"
          value={visit.urls}
          onChange={(event) => onChange({ urls: event.currentTarget.value })}
          error={problems.urls}
        />
      </Stack>
    </Paper>
  );
}

function Actions({
  number,
  isAlone,
  onCopy,
  onRemove,
}: Pick<VisitFieldsProps, 'number' | 'isAlone' | 'onCopy' | 'onRemove'>) {
  if (isAlone) return null;
  return (
    <Group gap={4} wrap="nowrap">
      <Tooltip label="Duplicate">
        <ActionIcon variant="subtle" color="gray" aria-label={`Duplicate visit ${number}`} onClick={onCopy}>
          <IconCopyPlus size={18} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label="Remove">
        <ActionIcon variant="subtle" color="gray" aria-label={`Remove visit ${number}`} onClick={onRemove}>
          <IconTrash size={18} />
        </ActionIcon>
      </Tooltip>
    </Group>
  );
}
