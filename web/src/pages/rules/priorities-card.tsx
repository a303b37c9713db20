import { NumberInput, Stack, Table, Text, UnstyledButton } from '@mantine/core';
import { Card } from '../../parts/card.js';
import { CATEGORY_IDS, sayCategory } from '../../parts/category-words.js';
import { ALL, ownRules, priorityOf, withPriority, type Draft } from './draft.js';

interface PrioritiesCardProps {
  readonly draft: Draft;
  readonly isFixed: boolean;
  readonly onChange: (draft: Draft) => void;
  readonly onShow: (category: string) => void;
}

/** In which order the visits of a job are dispatched, those that go first at the top. */
export function PrioritiesCard(props: PrioritiesCardProps) {
  const { draft } = props;
  const inOrder = [...CATEGORY_IDS].sort((a, b) => priorityOf(draft, b) - priorityOf(draft, a));
  return (
    <Card title="Who goes first">
      <Stack gap="xs">
        <Text size="sm" c="dimmed">
          Visits with a higher number are dispatched before the others of their job.
        </Text>
        <Table verticalSpacing={4} horizontalSpacing={4}>
          <Table.Tbody>
            {inOrder.map((category) => (
              <Row key={category} {...props} category={category} name={sayCategory(category)} />
            ))}
            <Row {...props} category={ALL} name="All others" />
          </Table.Tbody>
        </Table>
      </Stack>
    </Card>
  );
}

interface RowProps extends PrioritiesCardProps {
  readonly category: string;
  readonly name: string;
}

function Row({ category, name, draft, isFixed, onChange, onShow }: RowProps) {
  return (
    <Table.Tr>
      <Table.Td>
        <UnstyledButton onClick={() => onShow(category)} fz="sm">
          {name}
        </UnstyledButton>
      </Table.Td>
      <Table.Td w={90}>
        <NumberInput
          aria-label={`Priority of ${name}`}
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
  );
}
