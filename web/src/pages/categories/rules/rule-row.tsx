import { ActionIcon, NativeSelect, NumberInput, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { memo } from 'react';
import { CATEGORY_CHOICES, CATEGORY_NAMES, isCategory } from '../../../parts/category-words.js';
import classes from '../categories.module.css';
import { mended, namesCategory, STRENGTHS, type Rule, type Strength } from './draft.js';

const STRENGTH_CHOICES = Object.entries(STRENGTHS).map(([value, label]) => ({ value, label }));

interface RuleRowProps {
  readonly rule: Rule;
  readonly mayChange: boolean;
  readonly onChange: (rule: Rule) => void;
  readonly onRemove: (rule: Rule) => void;
}

/** One rule, to be looked at or edited. */
export const RuleRow = memo(function RuleRow({ rule, mayChange, onChange, onRemove }: RuleRowProps) {
  const hasCategory = namesCategory(rule.strength);
  const change = (part: Partial<Rule>) => onChange(mended({ ...rule, ...part }));
  if (!mayChange) {
    return (
      <li className={classes.rule}>
        <Text fw={600}>{rule.words}</Text>
        <span>{rule.category && CATEGORY_NAMES[rule.category]}</span>
        <span>{STRENGTHS[rule.strength]}</span>
        <span>{rule.confidence}</span>
      </li>
    );
  }
  return (
    <li className={classes.rule}>
      <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
        {rule.words}
      </Text>
      {hasCategory ? (
        <NativeSelect
          aria-label={`Category of ${rule.words}`}
          data={CATEGORY_CHOICES}
          value={rule.category ?? ''}
          onChange={({ currentTarget: { value } }) => isCategory(value) && change({ category: value })}
        />
      ) : (
        <Text c="dimmed">–</Text>
      )}
      <NativeSelect
        aria-label={`Strength of ${rule.words}`}
        data={STRENGTH_CHOICES}
        value={rule.strength}
        onChange={({ currentTarget: { value } }) => change({ strength: value as Strength })}
      />
      {hasCategory ? (
        <NumberInput
          aria-label={`Confidence of ${rule.words}`}
          placeholder="usual"
          min={0.01}
          max={1}
          step={0.05}
          decimalScale={2}
          hideControls
          value={rule.confidence ?? ''}
          onChange={(value) => change({ confidence: typeof value === 'number' ? value : null })}
        />
      ) : (
        <span />
      )}
      <ActionIcon
        variant="subtle"
        color="gray"
        size={34}
        aria-label={`Remove ${rule.words}`}
        onClick={() => onRemove(rule)}
      >
        <IconTrash size={16} />
      </ActionIcon>
    </li>
  );
});
