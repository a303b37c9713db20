import { Anchor, Button, Code, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Schema } from '../../api/client.js';
import { Moment } from '../../parts/moment.js';
import { count } from '../../parts/text.js';
import classes from './store.module.css';

/** More are there for the asking; so many say what is wrong. */
const FIRST = 4;

/** The last images that could not be measured, each with what was wrong and the way to it. */
export function LatestFailures({ failures }: { readonly failures: readonly Schema<'StoreFailureDto'>[] }) {
  const [areAllShown, setAllShown] = useState(false);
  const shown = areAllShown ? failures : failures.slice(0, FIRST);
  return (
    <>
      <Failures failures={shown} />
      {shown.length < failures.length && (
        <Button variant="default" size="compact-sm" mt="sm" onClick={() => setAllShown(true)}>
          Show the last {failures.length}
        </Button>
      )}
    </>
  );
}

function Failures({ failures }: { readonly failures: readonly Schema<'StoreFailureDto'>[] }) {
  return (
    <Stack component="ul" gap="sm" className={classes.plain} aria-label="Last errors">
      {failures.map(({ job_id, idx, code, error, visit_time }) => (
        <li key={`${job_id} ${idx}`} className={classes.failure}>
          <Text size="sm" className={classes.sentence}>
            {error}
          </Text>
          <Group gap={8} mt={2}>
            <Code>{code}</Code>
            <Anchor component={Link} to={`/jobs/${job_id}?image=${idx}`} size="xs">
              Job {job_id}, image {count(idx)}
            </Anchor>
            <Text component="span" size="xs" c="dimmed">
              <Moment at={visit_time} />
            </Text>
          </Group>
        </li>
      ))}
    </Stack>
  );
}
