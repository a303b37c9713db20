import { Alert, Anchor, Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPencil, IconStack2, IconTrash } from '@tabler/icons-react';
import { Fragment } from 'react';
import { Link, useNavigate } from 'react-router';
import { useMay } from '../../data/session.js';
import { Moment } from '../../parts/moment.js';
import { PageHeader } from '../../parts/page-header.js';
import { counted } from '../../parts/text.js';
import { tellProblem } from '../../parts/toasts.js';
import classes from './group.module.css';
import { NameDialog } from './name-dialog.js';
import { bringBack, deleteGroup } from './use-changes.js';
import type { Group } from './use-group.js';

/** What the group is called, what uses it, and what can be done with it. */
export function GroupHeader({ group }: { readonly group: Group }) {
  const { id, name, used_by, deleted_at } = group;
  const mayChange = useMay('admin');
  const navigate = useNavigate();
  const [isRenaming, { open, close }] = useDisclosure();
  const remove = () => void deleteGroup(id, name).then(() => navigate('/groups'), tellProblem);
  return (
    <>
      <PageHeader title={name} about={<About group={group} />}>
        {deleted_at === null && (
          <Button
            component={Link}
            to={`/jobs?group=${id}`}
            variant="default"
            leftSection={<IconStack2 size={16} />}
          >
            Its jobs
          </Button>
        )}
        {mayChange && deleted_at === null && (
          <>
            <Button variant="default" leftSection={<IconPencil size={16} />} onClick={open}>
              Rename
            </Button>
            <Button
              variant="default"
              leftSection={<IconTrash size={16} />}
              onClick={remove}
              disabled={used_by.length > 0}
              title={used_by.length > 0 ? 'Other groups use it; change these first.' : undefined}
            >
              Delete
            </Button>
          </>
        )}
      </PageHeader>
      {deleted_at !== null && (
        <Alert color="gray" title="This group is deleted" role="status">
          <Text size="sm" mb="xs">
            Nothing lists it or filters by it. It was deleted <Moment at={deleted_at} />.
          </Text>
          {mayChange && (
            <Button size="xs" onClick={() => void bringBack(id).catch(tellProblem)}>
              Bring it back
            </Button>
          )}
        </Alert>
      )}
      <NameDialog group={group} isOpen={isRenaming} onClose={close} />
    </>
  );
}

function About({ group }: { readonly group: Group }) {
  const { stores, active_stores, used_by, description, deleted_at } = group;
  const inactive = deleted_at === null ? stores - active_stores : 0;
  return (
    <>
      {deleted_at === null ? counted(stores, 'store') : 'A group that was'}
      {inactive > 0 && `, ${counted(inactive, 'of them inactive', 'of them inactive')}`}
      {deleted_at === null && used_by.length > 0 && (
        <>
          {' '}
          · used by{' '}
          {used_by.map(({ id, name }, n) => (
            <Fragment key={id}>
              {n > 0 && ', '}
              <Anchor component={Link} to={`/groups/${id}`} inherit>
                {name}
              </Anchor>
            </Fragment>
          ))}
        </>
      )}
      {description && (
        <Text mt={4} c="var(--mantine-color-text)" className={classes.description}>
          {description}
        </Text>
      )}
    </>
  );
}
