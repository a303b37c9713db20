import { Button, Checkbox, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import type { Schema } from '../../../api/client.js';
import { misfitOf } from '../misfit.js';
import type { Webhook } from './use-webhooks.js';

type Fields = Required<Schema<'CreateWebhookRequest'>>;

const EVENTS: readonly [Webhook['events'][number], string][] = [
  ['job.settled', 'Every job, when its last image is settled.'],
  ['job.failed', 'Those of them with images that failed or were cancelled.'],
];

interface WebhookFormProps {
  readonly title: string;
  readonly verb: string;
  readonly initial: Fields;
  readonly isSending: boolean;
  readonly error: unknown;
  readonly onSubmit: (fields: Fields) => void;
  readonly onClose: () => void;
}

export function WebhookForm({ title, verb, initial, isSending, error, onSubmit, onClose }: WebhookFormProps) {
  const [fields, setFields] = useState(initial);
  const misfit = misfitOf(error, ['url', 'description', 'events']);
  const errorAt = (field: keyof Fields) => misfit?.field === field && misfit.sentence;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit(fields);
  };
  return (
    <Modal opened onClose={onClose} title={title}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <TextInput
            label="Address"
            description="http or https; it must be reachable from the service"
            placeholder="https://example.com/hooks/jobs"
            value={fields.url}
            onChange={({ currentTarget: { value } }) => setFields({ ...fields, url: value.trim() })}
            error={errorAt('url')}
            data-autofocus
          />
          <TextInput
            label="Description"
            placeholder="Billing"
            value={fields.description}
            onChange={({ currentTarget: { value } }) => setFields({ ...fields, description: value })}
            error={errorAt('description')}
          />
          <Checkbox.Group
            label="What it is told of"
            value={fields.events}
            onChange={(chosen) => {
              const events = EVENTS.map(([event]) => event).filter((event) => chosen.includes(event));
              setFields({ ...fields, events });
            }}
            error={errorAt('events')}
          >
            <Stack gap="xs" mt="xs">
              {EVENTS.map(([event, about]) => (
                <Checkbox key={event} value={event} label={event} description={about} />
              ))}
            </Stack>
          </Checkbox.Group>
          {misfit?.field === null && (
            <Text size="sm" c="var(--bad)" role="alert">
              {misfit.sentence}
            </Text>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={isSending}>
              {verb}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
