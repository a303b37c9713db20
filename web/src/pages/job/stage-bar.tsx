import { Tooltip } from '@mantine/core';
import { duration } from '../../parts/text.js';
import classes from './stages.module.css';
import { sharesOf, STAGES, type StageName } from './stages.js';

interface StageBarProps {
  readonly times: Readonly<Record<StageName, number | null>>;
  /** What the bar shows, before its figures. */
  readonly label: string;
}

/** Where the time went, as one bar with a piece for each stage. */
export function StageBar({ times, label }: StageBarProps) {
  const shares = sharesOf(STAGES.map(({ name }) => times[name]));
  const say = (at: number) => {
    const stage = STAGES[at];
    const ms = stage ? times[stage.name] : null;
    return stage && ms !== null ? `${stage.word} ${duration(ms)}` : undefined;
  };
  const words = STAGES.map((_, at) => say(at)).filter(Boolean);
  return (
    <div className={classes.bar} role="img" aria-label={`${label}: ${words.join(', ')}`}>
      {STAGES.map(({ name }, at) => (
        <Tooltip key={name} label={say(at)} disabled={!shares[at]}>
          <div className={classes.piece} style={{ flexGrow: shares[at], background: `var(--${name})` }} />
        </Tooltip>
      ))}
    </div>
  );
}

export function StageDot({ stage }: { readonly stage: StageName }) {
  return <span className={classes.dot} style={{ background: `var(--${stage})` }} aria-hidden />;
}
