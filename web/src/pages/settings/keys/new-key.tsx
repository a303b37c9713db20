import { Button, Checkbox, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { api, content } from '../../../data/api.js';
import { queryClient } from '../../../data/query-client.js';
import type { Scope } from '../../../data/session.js';
import { misfitOf } from '../misfit.js';
import { SCOPES, SCOPE_WORDS } from '../scope-words.js';
import { SecretDialog } from '../secret-dialog.js';

/** Asks for name and scopes, then shows the key, this once. */
export function NewKey({ onClose }: { readonly onClose: () => void }) {
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<Scope[]>(['read']);
  const make = useMutation({
    mutationFn: () => content(api.POST('/api/keys', { body: { name, scopes } })),
    onSuccess: () => void queryClient.invalidateQueries({ queryKey: ['keys'] }),
  });
  if (make.data) {
    return (
      <SecretDialog
        title={`The key “${make.data.name}” is made`}
        about="Whoever has it may do what its scopes allow. It is stored here as a hash only, so copy it now."
        label="API key"
        secret={make.data.key}
        onClose={onClose}
      />
    );
  }
  const misfit = misfitOf(make.error, ['name', 'scopes']);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    make.mutate();
  };
  return (
    <Modal opened onClose={onClose} title="New API key">
      <form onSubmit={submit} noValidate>
        <Stack>
          <TextInput
            label="Name"
            description="Who or what uses it, such as field-app"
            value={name}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
            error={misfit?.field === 'name' && misfit.sentence}
            data-autofocus
          />
          <Checkbox.Group
            label="What it may do"
            value={scopes}
            onChange={(next) => setScopes(SCOPES.filter((scope) => next.includes(scope)))}
            error={misfit?.field === 'scopes' && misfit.sentence}
          >
            <Stack gap="xs" mt="xs">
              {SCOPES.map((scope) => (
                <Checkbox key={scope} value={scope} label={scope} description={SCOPE_WORDS[scope].about} />
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
            <Button type="submit" loading={make.isPending}>
              Make the key
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
