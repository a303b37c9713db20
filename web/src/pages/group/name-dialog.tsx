import { Button, Group, Modal, Stack, Textarea, TextInput } from '@mantine/core';
import type { FormEvent } from 'react';
import { NewerVersion } from '../../parts/newer-version.js';
import { tellProblem } from '../../parts/toasts.js';
import { useDraft } from '../../parts/use-draft.js';
import { changeGroup } from './use-changes.js';
import type { Group as StoreGroup } from './use-group.js';

interface Named {
  readonly name: string;
  readonly description: string;
}

interface NameDialogProps {
  readonly group: StoreGroup;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Another name, and what the group is for. */
export function NameDialog({ group, isOpen, onClose }: NameDialogProps) {
  return (
    <Modal opened={isOpen} onClose={onClose} title="Name of the group" transitionProps={{ duration: 0 }}>
      <NameForm group={group} onEnd={onClose} />
    </Modal>
  );
}

function NameForm({ group, onEnd }: { readonly group: StoreGroup; readonly onEnd: () => void }) {
  const draft = useDraft(group, namedOf, isNamed);
  const { value: named, base, newer } = draft;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void changeGroup(group.id, base.version, named).then(onEnd, tellProblem);
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        {newer && (
          <NewerVersion
            version={newer.version}
            by={newer.updated_by}
            onTake={() => draft.take(newer)}
            onKeep={draft.keep}
          >
            “{newer.name}”
          </NewerVersion>
        )}
        <NameFields
          {...named}
          onName={(name) => draft.edit({ ...named, name })}
          onDescription={(description) => draft.edit({ ...named, description })}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onEnd}>
            Leave it
          </Button>
          <Button type="submit" disabled={named.name.trim() === '' || newer !== undefined}>
            Save
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function namedOf({ name, description }: StoreGroup): Named {
  return { name, description };
}

function isNamed({ name, description }: Named, group: StoreGroup): boolean {
  return name === group.name && description === group.description;
}

interface NameFieldsProps extends Named {
  readonly onName: (name: string) => void;
  readonly onDescription: (description: string) => void;
}

export function NameFields({ name, description, onName, onDescription }: NameFieldsProps) {
  return (
    <>
      <TextInput
        label="Name"
        placeholder="As Hotels of the old town"
        value={name}
        maxLength={100}
        required
        onChange={({ currentTarget: { value } }) => onName(value)}
      />
      <Textarea
        label="What it is for"
        value={description}
        maxLength={1_000}
        autosize
        minRows={2}
        onChange={({ currentTarget: { value } }) => onDescription(value)}
      />
    </>
  );
}
