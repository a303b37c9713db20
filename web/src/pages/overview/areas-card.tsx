import { Anchor, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { Schema } from '../../api/client.js';
import { Answer } from '../../parts/answer.js';
import { Card } from '../../parts/card.js';
import type { Bounds } from '../../parts/period.js';
import { count, counted, percent } from '../../parts/text.js';
import classes from './active-jobs.module.css';
import { useAreas } from './queries.js';
import { inTrouble } from '../../parts/trouble.js';

interface AreasCardProps {
  readonly bounds: Bounds;
  /** The period as the address of a page, as in `period=1h`. */
  readonly search: string;
  /** More areas than this are only counted. */
  readonly most: number;
}

/** Areas whose photos fail, of the jobs that were submitted in the period. */
export function AreasCard({ bounds, search, most }: AreasCardProps) {
  const query = useAreas(bounds);
  return (
    <Card
      title="Areas with trouble"
      aside={
        <Anchor component={Link} to={`/areas?${search}`} size="sm">
          All areas
        </Anchor>
      }
    >
      <Answer query={query}>
        {(areas) => {
          const troubled = inTrouble(areas);
          if (troubled.length === 0) return <Nothing areas={areas} />;
          return (
            <>
              <ul className={classes.jobs}>
                {troubled.slice(0, most).map((area) => (
                  <AreaRow key={area.area_code} area={area} search={search} />
                ))}
              </ul>
              {troubled.length > most && (
                <Text size="sm" c="dimmed" mt="xs">
                  {counted(troubled.length - most, 'more area')} with failed images
                </Text>
              )}
            </>
          );
        }}
      </Answer>
    </Card>
  );
}

type Area = Schema<'AreaFiguresDto'>;

function AreaRow({ area, search }: { readonly area: Area; readonly search: string }) {
  const { area_code, measured, failed, success_percent, codes } = area;
  const [worst] = Object.entries(codes).sort(([, m], [, n]) => n - m)[0] ?? [];
  return (
    <li className={classes.job}>
      <div className={classes.name}>
        <Anchor
          component={Link}
          to={`/jobs?area_code=${encodeURIComponent(area_code)}&${search}`}
          size="sm"
          fw={600}
          style={{ whiteSpace: 'nowrap' }}
        >
          Area {area_code}
        </Anchor>
      </div>
      <Text size="sm" fw={600} className={classes.end}>
        {success_percent === null ? '–' : `${percent(success_percent)} measured`}
      </Text>
      <div className={classes.reason}>
        <span>
          {count(failed)} of {counted(measured + failed, 'image')} failed
        </span>
        {worst && <span>mostly {worst}</span>}
      </div>
    </li>
  );
}

function Nothing({ areas }: { readonly areas: readonly Area[] }) {
  const wasVisited = areas.some(({ visits }) => visits > 0);
  return (
    <Text c="dimmed" size="sm">
      {wasVisited
        ? 'No area has failed images in the jobs of this period.'
        : 'No job was submitted in this period.'}
    </Text>
  );
}
