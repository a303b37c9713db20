import { Badge, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Card } from '../../parts/card.js';
import { NewerVersion } from '../../parts/newer-version.js';
import { tellDone, tellProblem } from '../../parts/toasts.js';
import type { Draft as VersionDraft } from '../../parts/use-draft.js';
import { differences } from './differences.js';
import type { Draft } from './draft.js';
import { restoreRules, saveRules, type Version } from './use-rules.js';

interface SaveCardProps {
  readonly draft: VersionDraft<Version, Draft>;
  readonly isFixed: boolean;
  readonly hasProblem: boolean;
  readonly onTry: () => void;
}

/** What is not saved yet, what it would have done, and saving it. */
export function SaveCard({ draft, isFixed, hasProblem, onTry }: SaveCardProps) {
  const [comment, setComment] = useState('');
  const [isSaving, setSaving] = useState(false);
  const { value: rules, base, isChanged, newer } = draft;
  const save = async () => {
    setSaving(true);
    try {
      const saved = await saveRules(base.version, rules, comment);
      draft.take(saved);
      setComment('');
      tellDone(`The rules are in force as version ${saved.version}.`, () =>
        restoreRules(base.version, saved.version),
      );
    } catch (error) {
      tellProblem(error);
    } finally {
      setSaving(false);
    }
  };
  return (
    <Card title={isChanged ? 'Not saved yet' : `Version ${base.version} is in force`}>
      <Stack gap="sm">
        {newer && (
          <NewerVersion
            version={newer.version}
            by={newer.actor}
            onTake={() => draft.take(newer)}
            onKeep={draft.keep}
          >
            <Differences before={base.rules} after={newer.rules} />
          </NewerVersion>
        )}
        {isChanged && <Differences before={base.rules} after={rules} />}
        {isFixed && (
          <Text size="sm" c="dimmed">
            Your API key may look at the rules, and try them, but not change them.
          </Text>
        )}
        {isChanged && (
          <TextInput
            label="Why"
            placeholder="For those who look at the versions later"
            maxLength={500}
            value={comment}
            onChange={(event) => setComment(event.currentTarget.value)}
          />
        )}
        <Group gap="xs">
          <Button variant="default" onClick={onTry} disabled={hasProblem}>
            Try on past images
          </Button>
          {isChanged && (
            <>
              <Button
                onClick={() => void save()}
                loading={isSaving}
                disabled={hasProblem || newer !== undefined}
              >
                Save
              </Button>
              <Button variant="subtle" onClick={() => draft.take(newer ?? base)}>
                Discard changes
              </Button>
            </>
          )}
        </Group>
      </Stack>
    </Card>
  );
}

function Differences({ before, after }: { readonly before: Draft; readonly after: Draft }) {
  return (
    <Group gap="xs">
      {differences(before, after).map((change) => (
        <Badge key={change} variant="default" tt="none" maw="100%">
          {change}
        </Badge>
      ))}
    </Group>
  );
}
