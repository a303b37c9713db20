import { Button, FileButton, Group, Text } from '@mantine/core';
import { IconDownload, IconUpload } from '@tabler/icons-react';
import { useCallback, useState } from 'react';
import type { Schema } from '../../../api/client.js';
import { useMay } from '../../../data/session.js';
import { Card } from '../../../parts/card.js';
import { CATEGORY_NAMES } from '../../../parts/category-words.js';
import { SearchField } from '../../../parts/search-field.js';
import { Empty } from '../../../parts/states.js';
import { count, counted } from '../../../parts/text.js';
import classes from '../categories.module.css';
import { changesBetween, type Rule } from './draft.js';
import { NewRule } from './new-rule.js';
import { PreviewDialog } from './preview-dialog.js';
import { RuleRow } from './rule-row.js';
import type { Candidate } from './use-rules.js';

/** Rows that are drawn; whoever looks for one of the others searches. */
const SHOWN = 30;

/** Rules as a draft: nothing is in force until its preview was seen. */
export function RulesEditor({ inForce }: { readonly inForce: Schema<'CategoryRuleSetDto'> }) {
  const mayChange = useMay('admin');
  const [draft, setDraft] = useState<readonly Rule[]>(inForce.rules);
  const [search, setSearch] = useState('');
  const [shown, setShown] = useState(SHOWN);
  const [candidate, setCandidate] = useState<Candidate>();
  const changes = changesBetween(inForce.rules, draft);
  const found = draft.filter((rule) => fits(rule, search));
  const change = useCallback(
    (rule: Rule) => setDraft((rules) => rules.map((one) => (one.words === rule.words ? rule : one))),
    [],
  );
  const remove = useCallback(
    (rule: Rule) => setDraft((rules) => rules.filter((one) => one.words !== rule.words)),
    [],
  );
  const read = async (file: File | null) => file && setCandidate({ csv: await file.text() });
  return (
    <Card>
      <Group justify="space-between" mb="md" gap="xs">
        <Text size="sm" role="status">
          Version {inForce.id}, {count(draft.length)} rules
          {changes > 0 && `, ${counted(changes, 'change')} not in force yet`}
        </Text>
        <Group gap="xs">
          <Button
            component="a"
            href="/api/categories/rules.csv"
            variant="default"
            leftSection={<IconDownload size={16} />}
          >
            Download
          </Button>
          {mayChange && (
            <>
              <FileButton accept=".csv,text/csv" onChange={(file) => void read(file)}>
                {(props) => (
                  <Button {...props} variant="default" leftSection={<IconUpload size={16} />}>
                    Upload
                  </Button>
                )}
              </FileButton>
              <Button variant="default" disabled={changes === 0} onClick={() => setDraft(inForce.rules)}>
                Discard
              </Button>
              <Button disabled={changes === 0} onClick={() => setCandidate({ rules: draft })}>
                Preview changes
              </Button>
            </>
          )}
        </Group>
      </Group>
      {mayChange && <NewRule rules={draft} onAdd={(rule) => setDraft((rules) => [rule, ...rules])} />}
      <Group mt="md">
        <div style={{ flex: '1 1 240px' }}>
          <SearchField
            label="Search rules"
            placeholder="Part of a word, or a category"
            value={search}
            onSearch={setSearch}
          />
        </div>
      </Group>
      {found.length === 0 ? (
        <Empty
          title="No rule fits"
          hint="Other spellings of a word need no rule: they are found by themselves."
        />
      ) : (
        <ul className={classes.bars} style={{ gap: 0, marginTop: 12 }} aria-label="Rules">
          {found.slice(0, shown).map((rule) => (
            <RuleRow key={rule.words} rule={rule} mayChange={mayChange} onChange={change} onRemove={remove} />
          ))}
        </ul>
      )}
      {found.length > shown && (
        <Button variant="default" mt="md" onClick={() => setShown(shown + SHOWN)}>
          Show more of {counted(found.length, 'rule')}
        </Button>
      )}
      {candidate && (
        <PreviewDialog
          candidate={candidate}
          basedOn={inForce.id}
          onClose={() => setCandidate(undefined)}
          onApplied={() => setCandidate(undefined)}
        />
      )}
    </Card>
  );
}

function fits({ words, category }: Rule, search: string): boolean {
  const text = search.toUpperCase();
  return words.includes(text) || (category !== null && CATEGORY_NAMES[category].toUpperCase().includes(text));
}
