import { Grid, Select, Stack, Table } from '@mantine/core';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useMay } from '../../data/session.js';
import { Card } from '../../parts/card.js';
import { tellDone, tellProblem } from '../../parts/toasts.js';
import { useDraft } from '../../parts/use-draft.js';
import { withParam } from '../../parts/with-param.js';
import { CriterionRow, problemOf } from './criterion-row.js';
import { ALL, isSame, ownRules, type Draft } from './draft.js';
import { PrioritiesCard } from './priorities-card.js';
import { ReplayCard } from './replay-card.js';
import { SaveCard } from './save-card.js';
import { RULED, sayRuled } from './rule-words.js';
import { restoreRules, type Criterion, type Version } from './use-rules.js';
import { VersionsCard } from './versions-card.js';

interface RulesFormProps {
  readonly current: Version;
  readonly criteria: readonly Criterion[];
}

export function RulesForm({ current, criteria }: RulesFormProps) {
  const [address, setAddress] = useSearchParams();
  const draft = useDraft(current, rulesOf, (rules, version) => isSame(rules, version.rules));
  const [tried, setTried] = useState<Draft>();
  const isFixed = !useMay('admin');
  const category = RULED.find((name) => name === address.get('category')) ?? ALL;
  const show = (next: string) =>
    setAddress((now) => withParam(now, 'category', next === ALL ? '' : next), { replace: true });
  const rules = draft.value;
  const newest = draft.newer ?? draft.base;
  const restore = async ({ version }: Version) => {
    const restored = await restoreRules(version, newest.version);
    tellDone(`Version ${version} is in force again.`, () => restoreRules(newest.version, restored.version));
  };
  return (
    <Grid>
      <Grid.Col span={{ base: 12, lg: 8 }}>
        <Stack>
          <Card
            title={`Images: ${sayRuled(category)}`}
            aside={
              <Select
                aria-label="Category"
                size="xs"
                w={210}
                allowDeselect={false}
                data={RULED.map((name) => ({ value: name, label: labelOf(rules, name) }))}
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
                    draft={rules}
                    category={category}
                    criterion={criterion}
                    isFixed={isFixed}
                    onChange={draft.edit}
                  />
                ))}
              </Table.Tbody>
            </Table>
          </Card>
          <SaveCard
            draft={draft}
            isFixed={isFixed}
            hasProblem={hasProblem(rules, criteria)}
            onTry={() => setTried(rules)}
          />
          {tried && isSame(tried, rules) && <ReplayCard rules={tried} />}
        </Stack>
      </Grid.Col>
      <Grid.Col span={{ base: 12, lg: 4 }}>
        <Stack>
          <PrioritiesCard draft={rules} isFixed={isFixed} onChange={draft.edit} onShow={show} />
          <VersionsCard
            current={newest}
            isFixed={isFixed}
            onRestore={(version) => void restore(version).catch(tellProblem)}
          />
        </Stack>
      </Grid.Col>
    </Grid>
  );
}

function rulesOf({ rules }: Version): Draft {
  return rules;
}

/** With a mark where a category says something itself. */
function labelOf(draft: Draft, category: string): string {
  const own = category === ALL ? 0 : Object.keys(ownRules(draft, category).criteria ?? {}).length;
  return own === 0 ? sayRuled(category) : `${sayRuled(category)} (${own})`;
}

function hasProblem(draft: Draft, criteria: readonly Criterion[]): boolean {
  return RULED.some((category) =>
    criteria.some((criterion) => {
      const rule = ownRules(draft, category).criteria?.[criterion.name];
      return rule ? problemOf(criterion, rule.limit) !== undefined : false;
    }),
  );
}
