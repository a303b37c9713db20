import { Badge, Group, Text } from '@mantine/core';
import { Fragment } from 'react';
import { sayLeaf, type Leaf, type Rule } from '../../parts/rule.js';

interface RuleChipsProps {
  readonly rule: Rule;
  readonly nameOf: (groupId: string) => string;
}

/** A rule to be read: a chip for each condition, words between them, brackets around sets in sets. */
export function RuleChips({ rule, nameOf }: RuleChipsProps) {
  return (
    <Group gap={6} aria-label="Rule" role="group">
      <Text size="sm" c="dimmed">
        Stores
      </Text>
      <Chips rule={rule} nameOf={nameOf} isTop />
    </Group>
  );
}

function Chips({ rule, nameOf, isTop = false }: RuleChipsProps & { readonly isTop?: boolean }) {
  if ('not' in rule && !isJoin(rule.not) && !('not' in rule.not)) {
    return <Chip leaf={rule.not} isNot nameOf={nameOf} />;
  }
  if ('not' in rule) {
    return (
      <>
        <Word text="not (" />
        <Chips rule={rule.not} nameOf={nameOf} isTop />
        <Word text=")" />
      </>
    );
  }
  if (!isJoin(rule)) return <Chip leaf={rule} nameOf={nameOf} />;
  const [parts, word] = 'all' in rule ? [rule.all, 'and'] : [rule.any, 'or'];
  const needsBrackets = !isTop && parts.length > 1;
  return (
    <>
      {needsBrackets && <Word text="(" />}
      {parts.map((part, n) => (
        <Fragment key={n}>
          {n > 0 && <Word text={word} />}
          <Chips rule={part} nameOf={nameOf} />
        </Fragment>
      ))}
      {needsBrackets && <Word text=")" />}
    </>
  );
}

interface ChipProps {
  readonly leaf: Leaf;
  readonly isNot?: boolean;
  readonly nameOf: (groupId: string) => string;
}

function Chip({ leaf, isNot = false, nameOf }: ChipProps) {
  return (
    <Badge variant="default" size="lg" tt="none" fw={500} style={{ whiteSpace: 'normal', height: 'auto' }}>
      {sayLeaf(leaf, nameOf, isNot)}
    </Badge>
  );
}

function Word({ text }: { readonly text: string }) {
  return (
    <Text size="sm" c="dimmed" span>
      {text}
    </Text>
  );
}

function isJoin(rule: Rule): rule is Extract<Rule, { all: unknown } | { any: unknown }> {
  return 'all' in rule || 'any' in rule;
}
