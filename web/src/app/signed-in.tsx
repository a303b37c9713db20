import { Button, Group, Text } from '@mantine/core';
import { IconLogout } from '@tabler/icons-react';
import { api, done } from '../data/api.js';
import { useSession } from '../data/session.js';

/** Who is signed in, and the way out; nothing where no key is needed. */
export function SignedIn() {
  const { data: session } = useSession();
  if (!session?.name) return null;
  const signOut = async () => {
    await done(api.DELETE('/api/session'));
    // Whatever this page knows belongs to the key that was signed in.
    location.assign('/');
  };
  return (
    <Group gap="xs" ml="auto" wrap="nowrap">
      <Text size="sm" c="dimmed" truncate maw={160} visibleFrom="xs">
        {session.name}
      </Text>
      <Button
        variant="default"
        size="xs"
        leftSection={<IconLogout size={14} />}
        onClick={() => void signOut()}
        aria-label={`Sign out ${session.name}`}
      >
        Sign out
      </Button>
    </Group>
  );
}
