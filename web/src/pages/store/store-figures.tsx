import { SimpleGrid } from '@mantine/core';
import type { Schema } from '../../api/client.js';
import { Figure } from '../../parts/figure.js';
import { Moment } from '../../parts/moment.js';
import { sayOutcome } from '../../parts/outcome-bar.js';
import { count, counted, percent } from '../../parts/text.js';

const DAY = new Intl.DateTimeFormat(undefined, { month: 'short', day: 'numeric' });

export function StoreFigures({ figures }: { readonly figures: Schema<'StoreFiguresDto'> }) {
  const { visits, images, success_percent, failed, measured, pending, days, last_visit_at } = figures;
  const success = success_percent === null ? '–' : percent(success_percent);
  return (
    <SimpleGrid cols={{ base: 2, md: 4 }} spacing={{ base: 'sm', md: 'md' }}>
      <Figure
        label="Visits"
        value={count(visits)}
        note={visits > 0 ? `on ${counted(days.length, 'day')}` : 'none in this period'}
      />
      <Figure label="Images" value={count(images)} note={images > 0 ? sayOutcome(figures) : undefined} />
      <Figure
        label="Success rate"
        value={success}
        note={
          pending > 0
            ? `${count(pending)} still pending`
            : `${count(failed)} of ${count(measured + failed)} failed`
        }
      />
      <Figure
        label="Last visit"
        value={last_visit_at ? DAY.format(new Date(last_visit_at)) : '–'}
        note={last_visit_at ? <Moment at={last_visit_at} /> : 'none in this period'}
      />
    </SimpleGrid>
  );
}
