import { Group, MultiSelect, NumberInput, Select, Table, Text } from '@mantine/core';
import { ALL, ownRules, ruleOf, withRule, type Draft, type Rule } from './draft.js';
import { sayCriterion, sayLimit } from './rule-words.js';
import type { Criterion } from './use-rules.js';

const FORMATS = ['jpeg', 'png', 'webp', 'gif'];

type Choice = 'inherit' | 'off' | Rule['effect'];

interface CriterionRowProps {
  readonly draft: Draft;
  readonly category: string;
  readonly criterion: Criterion;
  readonly isFixed: boolean;
  readonly onChange: (draft: Draft) => void;
}

/** What one criterion asks of the images of a category. */
export function CriterionRow({ draft, category, criterion, isFixed, onChange }: CriterionRowProps) {
  const { name } = criterion;
  const words = sayCriterion(name);
  const own = ownRules(draft, category).criteria?.[name];
  const rule = ruleOf(draft, category, name);
  const choice: Choice = own ? own.effect : own === null || category === ALL ? 'off' : 'inherit';
  const set = (next: Rule | null | undefined) => onChange(withRule(draft, category, name, next));
  const choose = (next: Choice) => {
    if (next === 'inherit') return set(undefined);
    if (next === 'off') return set(null);
    set({ limit: rule?.limit ?? words.usual, effect: next });
  };
  return (
    <Table.Tr>
      <Table.Td>
        <Text size="sm" fw={own ? 600 : 400}>
          {words.name}
        </Text>
      </Table.Td>
      <Table.Td>
        <Group gap="xs" align="flex-start">
          <Select
            aria-label={`What becomes of an image: ${words.name}`}
            size="xs"
            w={170}
            allowDeselect={false}
            disabled={isFixed}
            data={[
              ...(category === ALL ? [] : [{ value: 'inherit', label: 'As for all categories' }]),
              { value: 'off', label: 'Nothing is asked' },
              { value: 'warn', label: 'Warn' },
              { value: 'reject', label: 'Reject' },
            ]}
            value={choice}
            onChange={(next) => choose(next as Choice)}
          />
          {own && <Limit criterion={criterion} rule={own} isFixed={isFixed} onChange={set} />}
          {choice === 'inherit' && rule && (
            <Text size="sm" c="dimmed" py={4}>
              {sayLimit(name, rule.limit)}, {rule.effect}
            </Text>
          )}
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}

interface LimitProps {
  readonly criterion: Criterion;
  readonly rule: Rule;
  readonly isFixed: boolean;
  readonly onChange: (rule: Rule) => void;
}

function Limit({ criterion, rule, isFixed, onChange }: LimitProps) {
  const { name, unit } = sayCriterion(criterion.name);
  const { limit } = rule;
  const problem = problemOf(criterion, limit);
  if (typeof limit !== 'number') {
    return (
      <MultiSelect
        aria-label={name}
        size="xs"
        miw={170}
        data={FORMATS}
        value={[...limit]}
        disabled={isFixed}
        error={problem}
        onChange={(formats) => onChange({ ...rule, limit: formats })}
      />
    );
  }
  return (
    <Group gap={6} wrap="nowrap" align="flex-start">
      <NumberInput
        aria-label={name}
        size="xs"
        w={120}
        hideControls
        disabled={isFixed}
        thousandSeparator=","
        allowDecimal={!criterion.whole}
        value={Number.isNaN(limit) ? '' : limit}
        error={problem}
        onChange={(value) => onChange({ ...rule, limit: typeof value === 'number' ? value : Number.NaN })}
      />
      <Text size="xs" c="dimmed" py={6}>
        {unit}
      </Text>
    </Group>
  );
}

/** What is wrong with a limit, in a few words. */
export function problemOf({ from, to }: Criterion, limit: Rule['limit']): string | undefined {
  if (typeof limit !== 'number') return limit.length === 0 ? 'Choose one at least' : undefined;
  if (limit >= from && limit <= to) return undefined;
  return `${from.toLocaleString()} to ${to.toLocaleString()}`;
}
