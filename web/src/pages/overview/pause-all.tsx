import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlayerPause } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { setPaused } from './use-dispatch.js';

/** Pauses the work of everybody; one slip must not do that, so it asks before. */
export function PauseAll() {
  const [isOpen, { open, close }] = useDisclosure();
  const pause = useMutation({ mutationFn: () => setPaused(true) });
  const confirm = () => {
    close();
    pause.mutate();
  };
  return (
    <>
      <Button
        variant="default"
        aria-label="Pause all work"
        leftSection={<IconPlayerPause size={16} stroke={1.7} />}
        loading={pause.isPending}
        onClick={open}
      >
        Pause all
      </Button>
      <Modal opened={isOpen} onClose={close} title="Pause all work?" centered>
        <Stack>
          <Text>
            No image of any job is started until somebody resumes; what workers have begun they finish. Jobs
            are still taken in.
          </Text>
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={close} data-autofocus>
              Let it run
            </Button>
            <Button onClick={confirm}>Pause everything</Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
