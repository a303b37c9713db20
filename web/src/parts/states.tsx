import { Button, Center, Code, Loader, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { ApiError } from '../api/api-error.js';
import { isForbidden } from '../data/api.js';
import classes from './states.module.css';

/** While something is on its way; what is quick flashes no wheel. */
export function Loading({ label = 'Loading' }: { readonly label?: string }) {
  return (
    <Center mih={160} role="status" className={classes.late}>
      <Loader size="sm" aria-label={label} />
    </Center>
  );
}

interface EmptyProps {
  /** What there is not, in a few words. */
  readonly title: string;
  /** What to do next. */
  readonly hint?: ReactNode;
  /** A button or link that does it. */
  readonly children?: ReactNode;
  /** It is all there is on the page. */
  readonly isPage?: boolean;
}

/** Where nothing can be shown, and what to do about it. */
export function Empty({ title, hint, children, isPage = false }: EmptyProps) {
  return (
    <Center mih={200} p="md">
      <Stack align="center" gap="xs" maw={520}>
        <Title order={isPage ? 1 : 2} ta="center">
          {title}
        </Title>
        {hint && (
          <Text c="dimmed" ta="center" component="div">
            {hint}
          </Text>
        )}
        {children}
      </Stack>
    </Center>
  );
}

interface ProblemProps {
  readonly error: Error;
  /** Asks again. */
  readonly retry?: () => void;
}

/** Where an answer should be: what was wrong, and what can be done. */
export function Problem({ error, retry }: ProblemProps) {
  if (isForbidden(error)) {
    return <Empty title="Your API key may not see this" hint={error.message} />;
  }
  const code = error instanceof ApiError ? error.code : undefined;
  return (
    <Empty title="This could not be loaded" hint={error.message}>
      {code && <Code>{code}</Code>}
      {retry && (
        <Button variant="default" onClick={retry}>
          Try again
        </Button>
      )}
    </Empty>
  );
}
