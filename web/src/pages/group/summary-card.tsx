import { SimpleGrid, Stack, Text } from '@mantine/core';
import type { Schema } from '../../api/client.js';
import { Answer } from '../../parts/answer.js';
import { Card } from '../../parts/card.js';
import { CodeList } from '../../parts/code-list.js';
import { DaysChart } from '../../parts/days-chart.js';
import { Figure } from '../../parts/figure.js';
import { sayOutcome } from '../../parts/outcome-bar.js';
import { MAX_FIGURES_DAYS, withPeriod } from '../../parts/period.js';
import { PeriodPicker } from '../../parts/period-picker.js';
import { Empty } from '../../parts/states.js';
import { count, counted, duration, percent } from '../../parts/text.js';
import type { ShownPeriod } from '../../parts/use-period.js';
import classes from './group.module.css';
import { useSummary } from './use-group.js';

type Summary = Schema<'GroupSummaryDto'>;

/** What happened at the stores of the group in a period. */
export function SummaryCard({ id, shown }: { readonly id: string; readonly shown: ShownPeriod }) {
  const query = useSummary(id, shown);
  const jobs = (code: string) =>
    `/jobs?${withPeriod(new URLSearchParams({ group: id, code }), shown.period).toString()}`;
  return (
    <Card
      title="What happened there"
      aside={<PeriodPicker shown={shown} offer={['24h', '7d', '30d', '90d']} maxDays={MAX_FIGURES_DAYS} />}
    >
      <Answer query={query}>
        {(summary) => (
          <Stack gap="md" className={query.isPlaceholderData ? classes.old : undefined}>
            <Figures summary={summary} />
            {summary.visits === 0 ? (
              <Empty title="No visits in this period" hint="A longer period may have some." />
            ) : (
              <div className={classes.pair}>
                <DaysChart label="Images per day of submission" figures={summary} />
                {summary.failed > 0 ? (
                  <CodeList codes={summary.codes} hrefOf={jobs} />
                ) : (
                  <Text size="sm" c="dimmed">
                    Nothing failed.
                  </Text>
                )}
              </div>
            )}
          </Stack>
        )}
      </Answer>
    </Card>
  );
}

function Figures({ summary }: { readonly summary: Summary }) {
  const { success_percent, failed, images, visits, stores_visited, stores, median_ms, p95_ms } = summary;
  return (
    <SimpleGrid cols={{ base: 2, md: 4 }} spacing="sm">
      <Figure
        label="Success rate"
        value={success_percent === null ? '–' : percent(success_percent)}
        note={`${count(failed)} failed`}
      />
      <Figure label="Images" value={count(images)} note={sayOutcome(summary)} />
      <Figure
        label="Stores visited"
        value={count(stores_visited)}
        note={`of ${count(stores)}, ${counted(visits, 'visit')}`}
      />
      <Figure
        label="Half of the images took"
        value={median_ms === null ? '–' : duration(median_ms)}
        note={p95_ms === null ? 'or less' : `or less; 95 % ${duration(p95_ms)}`}
      />
    </SimpleGrid>
  );
}
