import { Text } from '@mantine/core';
import type { Schema } from '../../api/client.js';
import { Card } from '../../parts/card.js';
import { bytes, count, duration } from '../../parts/text.js';
import { StageBar, StageDot } from './stage-bar.js';
import classes from './stages.module.css';
import { STAGES, type StageName } from './stages.js';
import type { Summary } from './use-summary.js';

type Spread = Schema<'SpreadDto'>;

/** Where the time of the images went; nothing until one has a result. */
export function TimingsCard({ summary }: { readonly summary: Summary | undefined }) {
  const total = summary?.timings.total_ms;
  if (!summary || !total) return null;
  const { timings } = summary;
  const medians = Object.fromEntries(STAGES.map(({ name }) => [name, timings[name]?.p50 ?? null]));
  const scale = Math.max(1, ...STAGES.map(({ name }) => timings[name]?.p95 ?? 0));
  return (
    <Card title="Where the time goes" aside={<Files summary={summary} />}>
      <StageBar times={medians as Record<StageName, number | null>} label="Medians" />
      <table className={classes.stages} aria-label="Time of the images by stage">
        <thead>
          <tr>
            <th scope="col">Stage</th>
            <td className={classes.picture} aria-hidden />
            <th scope="col">Median</th>
            <th scope="col">95 %</th>
            <th scope="col">Longest</th>
          </tr>
        </thead>
        <tbody>
          {STAGES.map(({ name, word, about }) => (
            <tr key={name} title={about}>
              <th scope="row">
                <StageDot stage={name} />
                {word}
              </th>
              <td className={classes.picture} aria-hidden>
                <Track stage={name} spread={timings[name]} scale={scale} />
              </td>
              <Figures spread={timings[name]} />
            </tr>
          ))}
          <tr className={classes.sum}>
            <th scope="row">One image in all</th>
            <td className={classes.picture} aria-hidden />
            <Figures spread={total} />
          </tr>
        </tbody>
      </table>
    </Card>
  );
}

function Figures({ spread }: { readonly spread: Spread | null }) {
  if (!spread) return <td colSpan={3}>–</td>;
  return [spread.p50, spread.p95, spread.max].map((ms, at) => <td key={at}>{duration(ms)}</td>);
}

interface TrackProps {
  readonly stage: StageName;
  readonly spread: Spread | null;
  /** Milliseconds of the whole width. */
  readonly scale: number;
}

/** Faint up to where 95 % ended, strong up to where half did. */
function Track({ stage, spread, scale }: TrackProps) {
  if (!spread) return null;
  const piece = (ms: number) => ({ width: `${(100 * ms) / scale}%`, background: `var(--${stage})` });
  return (
    <div className={classes.track}>
      <div style={piece(spread.p95)} />
      <div style={piece(spread.p50)} />
    </div>
  );
}

/** `1,180 jpeg, 20 png, 88.4 MB`. */
function Files({ summary }: { readonly summary: Summary }) {
  const formats = Object.entries(summary.formats).map(([format, images]) => `${count(images)} ${format}`);
  const size = summary.bytes === null ? [] : [`${bytes(summary.bytes)} downloaded`];
  return (
    <Text size="xs" c="dimmed" className="figures">
      {[...formats, ...size].join(', ')}
    </Text>
  );
}
