import { Group, Select, Stack } from '@mantine/core';
import { useState } from 'react';
import { useAreas } from '../../data/areas.js';
import { Answer } from '../../parts/answer.js';
import { Card } from '../../parts/card.js';
import { CATEGORY_CHOICES, isCategory, type Category } from '../../parts/category-words.js';
import { GroupPicker } from '../../parts/group-picker.js';
import { MAX_FIGURES_DAYS } from '../../parts/period.js';
import { PeriodPicker } from '../../parts/period-picker.js';
import { usePeriod } from '../../parts/use-period.js';
import type { Draft } from './draft.js';
import { ReplayImages } from './replay-images.js';
import { ReplayOutcome } from './replay-outcome.js';
import { useReplay, type ReplayEffect } from './use-replay.js';

/** What rules would have done to images that were measured before, of the stores and visits that are chosen here. */
export function ReplayCard({ rules }: { readonly rules: Draft }) {
  const shown = usePeriod('30d');
  const [category, setCategory] = useState<'' | Category>('');
  const [area, setArea] = useState('');
  const [group, setGroup] = useState('');
  const [effect, setEffect] = useState<ReplayEffect>();
  const { data: areas = [] } = useAreas();
  const { from, to } = shown;
  const scope = { from, to, category, area_code: area, group };
  const replay = useReplay(rules, scope, effect ?? 'rejected');
  const counts = replay.data?.pages[0]?.counts;
  // Where nothing is rejected, what is warned of is worth a look.
  if (!effect && counts?.rejected === 0 && counts.warned > 0) setEffect('warned');
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
          <GroupPicker
            label="Group to try them on"
            isLabelHidden
            placeholder="All groups"
            value={group}
            onChange={setGroup}
          />
        </Group>
        <Answer query={replay}>
          {({ pages }) =>
            counts && (
              <Stack gap="md" opacity={replay.isPlaceholderData ? 0.6 : 1}>
                <ReplayOutcome counts={counts} />
                <ReplayImages
                  images={pages.flatMap(({ images }) => images)}
                  counts={counts}
                  effect={effect ?? 'rejected'}
                  onEffect={setEffect}
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
