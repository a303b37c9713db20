import { NumberInput, Stack, Table, Text, UnstyledButton } from '@mantine/core';
import { Card } from '../../parts/card.js';
import { ALL, ownRules, priorityOf, withPriority, type Draft } from './draft.js';
import { CATEGORY_NAMES, sayCategory } from './rule-words.js';

interface PrioritiesCardProps {
  readonly draft: Draft;
  readonly isFixed: boolean;
  readonly onChange: (draft: Draft) => void;
  readonly onShow: (category: string) => void;
}

/** In which order the visits of a job are dispatched, those that go first at the top. */
export function PrioritiesCard({ draft, isFixed, onChange, onShow }: PrioritiesCardProps) {
  const categories = CATEGORY_NAMES.filter((name) => name !== ALL);
  const inOrder = [...categories].sort((a, b) => priorityOf(draft, b) - priorityOf(draft, a));
  return (
    <Card title="Who goes first">
      <Stack gap="xs">
        <Text size="sm" c="dimmed">
          Visits with a higher number are dispatched before the others of their job.
        </Text>
        <Table verticalSpacing={4} horizontalSpacing={4}>
          <Table.Tbody>
            {inOrder.map((category) => (
              <Table.Tr key={category}>
                <Table.Td>
                  <UnstyledButton onClick={() => onShow(category)} fz="sm">
                    {sayCategory(category)}
                  </UnstyledButton>
                </Table.Td>
                <Table.Td w={90}>
                  <NumberInput
                    aria-label={`Priority of ${sayCategory(category)}`}
                    size="xs"
                    min={-1_000}
                    max={1_000}
                    allowDecimal={false}
                    disabled={isFixed}
                    placeholder={String(draft.default.priority)}
                    value={ownRules(draft, category).priority ?? ''}
                    onChange={(value) =>
                      onChange(withPriority(draft, category, typeof value === 'number' ? value : undefined))
                    }
                  />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Stack>
    </Card>
  );
}
