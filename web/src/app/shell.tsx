import { Anchor, AppShell, Burger, Group, NavLink, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBook2, IconListDetails } from '@tabler/icons-react';
import { Suspense } from 'react';
import { Link, NavLink as RouterLink, Outlet, ScrollRestoration, useSearchParams } from 'react-router';
import { useFollowJobs } from '../data/live/use-follow-jobs.js';
import { useMay, useSession } from '../data/session.js';
import { useHeartbeat } from '../data/use-heartbeat.js';
import { Loading } from '../parts/states.js';
import { ConnectionNote } from './connection-note.js';
import { PLACES } from './navigation.js';
import classes from './shell.module.css';
import { SignInPage } from './sign-in-page.js';
import { SignedIn } from './signed-in.js';

/** What surrounds every page; asks for a key first where the service wants one. */
export function Shell() {
  useHeartbeat();
  const { data: session } = useSession();
  if (session?.mode === 'keys' && session.name === null) return <SignInPage />;
  return <Frame />;
}

function Frame() {
  useFollowJobs();
  const [isOpen, { toggle, close }] = useDisclosure();
  // Pages that hang on a wall (`?wall=1`) have the screen to themselves.
  const isWall = useSearchParams()[0].has('wall');
  return (
    <AppShell
      disabled={isWall}
      header={{ height: 52 }}
      navbar={{ width: 216, breakpoint: 'sm', collapsed: { mobile: !isOpen } }}
      padding={{ base: 'md', md: 'lg' }}
      classNames={classes}
    >
      <a href="#content" className={classes.skip}>
        Skip to the content
      </a>
      <AppShell.Header px="md">
        <Group h="100%" gap="sm" wrap="nowrap">
          <Burger
            opened={isOpen}
            onClick={toggle}
            hiddenFrom="sm"
            size="sm"
            aria-label={isOpen ? 'Close the menu' : 'Open the menu'}
          />
          <Anchor component={Link} to="/" className={classes.brand} underline="never" onClick={close}>
            <img src="/favicon.svg" alt="" width={24} height={24} />
            <Text component="span" fw={650} truncate>
              Store Management Processor
            </Text>
          </Anchor>
          <SignedIn />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="sm" data-folded={!isOpen || undefined}>
        <nav aria-label="Pages" className={classes.pages}>
          {PLACES.map(({ path, name, icon: Icon }) => (
            <NavLink
              key={path}
              component={RouterLink}
              to={path}
              end={path === '/'}
              label={name}
              leftSection={<Icon size={18} stroke={1.7} />}
              className={classes.place}
              onClick={close}
            />
          ))}
        </nav>
        <Elsewhere />
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1}>
        <ConnectionNote />
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
      </AppShell.Main>
      <ScrollRestoration />
    </AppShell>
  );
}

/** Pages that come with libraries, outside of this one. */
function Elsewhere() {
  const mayAdminister = useMay('admin');
  return (
    <Stack gap={0} component="nav" aria-label="For developers">
      <NavLink href="/docs" label="API docs" leftSection={<IconBook2 size={18} stroke={1.7} />} />
      {mayAdminister && (
        <NavLink href="/queues" label="Queue" leftSection={<IconListDetails size={18} stroke={1.7} />} />
      )}
    </Stack>
  );
}
