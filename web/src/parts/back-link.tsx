import { Anchor, Group } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { Link } from 'react-router';

/** Leads from one thing to the list of all of them. */
export function BackLink({ to, label }: { readonly to: string; readonly label: string }) {
  return (
    <Anchor component={Link} to={to} size="sm">
      <Group component="span" gap={4} display="inline-flex">
        <IconArrowLeft size={14} /> {label}
      </Group>
    </Anchor>
  );
}
