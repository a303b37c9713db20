import { Button, Group, Modal, Stack, Textarea, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { tellProblem } from '../../parts/toasts.js';

interface Named {
  readonly name: string;
  readonly description: string;
}

interface NameDialogProps extends Named {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onSave: (named: Named) => Promise<void>;
}

/** Another name, and what the group is for. */
export function NameDialog({ isOpen, onClose, onSave, ...before }: NameDialogProps) {
  const [name, setName] = useState(before.name);
  const [description, setDescription] = useState(before.description);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void onSave({ name, description }).then(onClose, tellProblem);
  };
  return (
    <Modal opened={isOpen} onClose={onClose} title="Name of the group" transitionProps={{ duration: 0 }}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <NameFields name={name} description={description} onName={setName} onDescription={setDescription} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Leave it
            </Button>
            <Button type="submit" disabled={name.trim() === ''}>
              Save
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
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
