import { Button, Center, Paper, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { api, done } from '../data/api.js';
import { usePageTitle } from './page-title.js';

/** The key is sent once and kept nowhere: the browser holds a cookie that no script can read. */
export function SignInPage() {
  usePageTitle('Sign in');
  const [key, setKey] = useState('');
  const signIn = useMutation({
    mutationFn: () => done(api.POST('/api/session', { body: { key: key.trim() } })),
    onSuccess: () => location.reload(),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate();
  };
  return (
    <Center component="main" mih="100dvh" p="md">
      <Paper withBorder p="xl" maw={400} w="100%" bg="var(--card)">
        <form onSubmit={submit} noValidate>
          <Stack>
            <img src="/favicon.svg" alt="" width={36} height={36} />
            <Title order={1}>Sign in</Title>
            <Text c="dimmed" size="sm">
              This service asks for an API key. Whoever runs it can make one for you, also with{' '}
              <code>npm run keys -- create</code>. The browser stays signed in for 12 hours.
            </Text>
            <PasswordInput
              label="API key"
              autoComplete="current-password"
              value={key}
              onChange={(event) => setKey(event.currentTarget.value)}
              error={signIn.error?.message}
              data-autofocus
              autoFocus
            />
            <Button type="submit" loading={signIn.isPending} disabled={key.trim() === ''}>
              Sign in
            </Button>
          </Stack>
        </form>
      </Paper>
    </Center>
  );
}
