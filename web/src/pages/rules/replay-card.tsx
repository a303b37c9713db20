import { Group, Select, Stack } from '@mantine/core';
import { useState } from 'react';
import { useAreas } from '../../data/areas.js';
import { Answer } from '../../parts/answer.js';
import { Card } from '../../parts/card.js';
import { CATEGORY_CHOICES, isCategory, type Category } from '../../parts/category-words.js';
import { MAX_FIGURES_DAYS } from '../../parts/period.js';
import { PeriodPicker } from '../../parts/period-picker.js';
import { usePeriod } from '../../parts/use-period.js';
import type { Draft } from './draft.js';
import { ReplayImages } from './replay-images.js';
import { ReplayOutcome } from './replay-outcome.js';
import { useReplay } from './use-replay.js';

/** What rules would have done to images that were measured before, of the stores and visits that are chosen here. */
export function ReplayCard({ rules }: { readonly rules: Draft }) {
  const shown = usePeriod('30d');
  const [category, setCategory] = useState<'' | Category>('');
  const [area, setArea] = useState('');
  const { data: areas = [] } = useAreas();
  const { from, to } = shown;
  const replay = useReplay(rules, { from, to, category, area_code: area });
  return (
    <Card
      title="What they would have done"
      aside={<PeriodPicker shown={shown} offer={['24h', '7d', '30d', '90d']} maxDays={MAX_FIGURES_DAYS} />}
    >
      <Stack gap="md">
        <Group gap="xs" grow preventGrowOverflow={false}>
          <Select
            aria-label="Category to try them on"
            placeholder="All categories"
            data={CATEGORY_CHOICES}
            value={category || null}
            onChange={(value) => setCategory(isCategory(value) ? value : '')}
            clearable
            clearButtonProps={{ 'aria-label': 'All categories' }}
          />
          <Select
            aria-label="Area to try them on"
            placeholder="All areas"
            data={areas.map(({ area_code }) => area_code)}
            value={area || null}
            onChange={(value) => setArea(value ?? '')}
            searchable
            clearable
            clearButtonProps={{ 'aria-label': 'All areas' }}
            limit={100}
            nothingFoundMessage="No such area"
          />
        </Group>
        <Answer query={replay}>
          {({ pages: [first, ...others] }) =>
            first?.counts && (
              <Stack gap="md" opacity={replay.isPlaceholderData ? 0.6 : 1}>
                <ReplayOutcome counts={first.counts} />
                <ReplayImages
                  images={[first, ...others].flatMap(({ images }) => images)}
                  total={first.counts.rejected + first.counts.warned}
                  isLoadingMore={replay.isFetchingNextPage}
                  loadMore={replay.hasNextPage ? () => void replay.fetchNextPage() : undefined}
                />
              </Stack>
            )
          }
        </Answer>
      </Stack>
    </Card>
  );
}
