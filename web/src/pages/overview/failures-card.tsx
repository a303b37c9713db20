import { Anchor, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import { Card } from '../../parts/card.js';
import { count, counted, percent } from '../../parts/text.js';
import { Bars, type Series } from './bars.js';
import barClasses from './bars.module.css';
import { failureShares, sayShares, type FailureShare } from './failure-shares.js';
import classes from './failures.module.css';
import type { Bar } from './steps.js';

interface FailuresCardProps {
  readonly bars: readonly Bar[];
  /** Failed images of the period by code. */
  readonly codes: Readonly<Record<string, number>>;
  /** In words, for those who cannot see the chart. */
  readonly period: string;
  /** The period as the address of a page, as in `period=1h`. */
  readonly search: string;
  readonly isWall: boolean;
}

/** Why images failed, and when. */
export function FailuresCard({ bars, codes, period, search, isWall }: FailuresCardProps) {
  const shares = useMemo(() => failureShares(codes), [codes]);
  const series = useMemo(() => shares.map(toSeries), [shares]);
  const [focus, setFocus] = useState<string>();
  const failed = shares.reduce((sum, { images }) => sum + images, 0);
  return (
    <Card
      title="Failures by reason"
      className={classes.codes}
      aside={
        failed > 0 && (
          <Text size="sm" c="dimmed">
            {counted(failed, 'image')}
          </Text>
        )
      }
    >
      {failed === 0 ? (
        <Text c="dimmed" size="sm" py="md">
          No image failed in this period.
        </Text>
      ) : (
        <div className={isWall ? classes.beside : undefined}>
          <Bars
            label={`Failed images over time, ${period}: ${sayShares(shares)}. Arrow keys tell of single bars.`}
            bars={bars}
            series={series}
            height={isWall ? 12 : 10}
            focus={focus}
          />
          <CodeTable shares={shares} search={search} onFocus={setFocus} />
        </div>
      )}
    </Card>
  );
}

interface CodeTableProps {
  readonly shares: readonly FailureShare[];
  readonly search: string;
  readonly onFocus: (name: string | undefined) => void;
}

function CodeTable({ shares, search, onFocus }: CodeTableProps) {
  return (
    <table className={classes.table} aria-label="Failed images by reason">
      <thead>
        <tr>
          <th scope="col">Reason</th>
          <th scope="col" className={classes.number}>
            Images
          </th>
          <th scope="col" className={classes.number}>
            Share
          </th>
        </tr>
      </thead>
      <tbody>
        {shares.map(({ name, code, codes, images, share }, index) => (
          <tr
            key={name}
            onPointerEnter={() => onFocus(name)}
            onPointerLeave={() => onFocus(undefined)}
            onFocus={() => onFocus(name)}
            onBlur={() => onFocus(undefined)}
          >
            <td>
              <span className={classes.code}>
                <span className={barClasses.swatch} style={{ background: colourOf(index) }} />
                {code === null ? (
                  <span title={codes.join(', ')}>{name}</span>
                ) : (
                  <Anchor
                    component={Link}
                    to={`/jobs?code=${encodeURIComponent(code)}&${search}`}
                    fz="inherit"
                  >
                    {name}
                  </Anchor>
                )}
              </span>
            </td>
            <td className={classes.number}>{count(images)}</td>
            <td className={classes.number}>{percent(share)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function toSeries({ name, codes }: FailureShare, index: number): Series {
  const images = (bar: Bar) => codes.reduce((sum, code) => sum + (bar.codes[code] ?? 0), 0);
  return { name, fill: colourOf(index), images };
}

function colourOf(index: number): string {
  return `var(--code-${index})`;
}
