import { Badge, Button, Grid, Group, Select, Stack, Table, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useMay } from '../../data/session.js';
import { Card } from '../../parts/card.js';
import { tellDone, tellProblem } from '../../parts/toasts.js';
import { withParam } from '../../parts/with-param.js';
import { CriterionRow, problemOf } from './criterion-row.js';
import { differences } from './differences.js';
import { ALL, isSame, ownRules, type Draft } from './draft.js';
import { PrioritiesCard } from './priorities-card.js';
import { ReplayCard } from './replay-card.js';
import { CATEGORY_NAMES, sayCategory } from './rule-words.js';
import { restoreRules, saveRules, useReplay, type Criterion, type Version } from './use-rules.js';
import { VersionsCard } from './versions-card.js';

interface RulesFormProps {
  readonly current: Version;
  readonly criteria: readonly Criterion[];
}

export function RulesForm({ current, criteria }: RulesFormProps) {
  const [address, setAddress] = useSearchParams();
  const [draft, setDraft] = useState<Draft>(current.rules);
  const replay = useReplay();
  const isFixed = !useMay('admin');
  // What was tried are not these rules any more.
  const edit = (next: Draft) => {
    setDraft(next);
    replay.reset();
  };
  const category = CATEGORY_NAMES.find((name) => name === address.get('category')) ?? ALL;
  const show = (next: string) =>
    setAddress((now) => withParam(now, 'category', next === ALL ? '' : next), { replace: true });
  const restore = async ({ version }: Version) => {
    const restored = await restoreRules(version, current.version);
    tellDone(`Version ${version} is in force again.`, () => restoreRules(current.version, restored.version));
  };
  return (
    <Grid>
      <Grid.Col span={{ base: 12, lg: 8 }}>
        <Stack>
          <Card
            title={`Images: ${sayCategory(category)}`}
            aside={
              <Select
                aria-label="Category"
                size="xs"
                w={210}
                allowDeselect={false}
                data={CATEGORY_NAMES.map((name) => ({ value: name, label: labelOf(draft, name) }))}
                value={category}
                onChange={(next) => show(next ?? ALL)}
              />
            }
          >
            <Table verticalSpacing={6}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>Criterion</Table.Th>
                  <Table.Th>An image that does not meet it</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {criteria.map((criterion) => (
                  <CriterionRow
                    key={criterion.name}
                    draft={draft}
                    category={category}
                    criterion={criterion}
                    isFixed={isFixed}
                    onChange={edit}
                  />
                ))}
              </Table.Tbody>
            </Table>
          </Card>
          <SaveCard
            current={current}
            draft={draft}
            isFixed={isFixed}
            hasProblem={hasProblem(draft, criteria)}
            isTrying={replay.isPending}
            onTry={() => replay.mutate(draft)}
            onDiscard={() => edit(current.rules)}
          />
          <ReplayCard replay={replay} />
        </Stack>
      </Grid.Col>
      <Grid.Col span={{ base: 12, lg: 4 }}>
        <Stack>
          <PrioritiesCard draft={draft} isFixed={isFixed} onChange={edit} onShow={show} />
          <VersionsCard
            current={current}
            isFixed={isFixed}
            onRestore={(version) => void restore(version).catch(tellProblem)}
          />
        </Stack>
      </Grid.Col>
    </Grid>
  );
}

interface SaveCardProps {
  readonly current: Version;
  readonly draft: Draft;
  readonly isFixed: boolean;
  readonly hasProblem: boolean;
  readonly isTrying: boolean;
  readonly onTry: () => void;
  readonly onDiscard: () => void;
}

/** What is not saved yet, what it would have done, and saving it. */
function SaveCard({ current, draft, isFixed, hasProblem, isTrying, onTry, onDiscard }: SaveCardProps) {
  const [comment, setComment] = useState('');
  const [isSaving, setSaving] = useState(false);
  const isChanged = !isSame(draft, current.rules);
  const save = async () => {
    setSaving(true);
    try {
      const saved = await saveRules(current.version, draft, comment);
      tellDone(`The rules are in force as version ${saved.version}.`, () =>
        restoreRules(current.version, saved.version),
      );
    } catch (error) {
      tellProblem(error);
    } finally {
      setSaving(false);
    }
  };
  return (
    <Card title={isChanged ? 'Not saved yet' : `Version ${current.version} is in force`}>
      <Stack gap="sm">
        {isChanged && (
          <Group gap="xs">
            {differences(current.rules, draft).map((change) => (
              <Badge key={change} variant="default" tt="none" maw="100%">
                {change}
              </Badge>
            ))}
          </Group>
        )}
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
          <Button variant="default" onClick={onTry} loading={isTrying} disabled={hasProblem}>
            Try on the last 30 days
          </Button>
          {isChanged && (
            <>
              <Button onClick={() => void save()} loading={isSaving} disabled={hasProblem}>
                Save
              </Button>
              <Button variant="subtle" onClick={onDiscard}>
                Discard changes
              </Button>
            </>
          )}
        </Group>
      </Stack>
    </Card>
  );
}

/** With a mark where a category says something itself. */
function labelOf(draft: Draft, category: string): string {
  const own = category === ALL ? 0 : Object.keys(ownRules(draft, category).criteria ?? {}).length;
  return own === 0 ? sayCategory(category) : `${sayCategory(category)} (${own})`;
}

function hasProblem(draft: Draft, criteria: readonly Criterion[]): boolean {
  return CATEGORY_NAMES.some((category) =>
    criteria.some((criterion) => {
      const rule = ownRules(draft, category).criteria?.[criterion.name];
      return rule ? problemOf(criterion, rule.limit) !== undefined : false;
    }),
  );
}
