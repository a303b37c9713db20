import type { ReactNode } from 'react';
import type { Schema } from '../../api/client.js';
import { count, counted, decimal, duration, percent } from '../../parts/text.js';
import classes from './figures.module.css';
import type { Work } from './use-work.js';

interface HeadlineFiguresProps {
  readonly work: Work;
  /** Images settled in the period that is shown. */
  readonly totals: Schema<'SettledCountsDto'> | undefined;
  readonly isPaused: boolean;
  readonly isWall: boolean;
}

/** What one wants to know first. */
export function HeadlineFigures({ work, totals, isPaused, isWall }: HeadlineFiguresProps) {
  const { jobs, images, perSecond, isLoading } = work;
  return (
    <div className={isWall ? `${classes.figures} ${classes.wall}` : classes.figures}>
      <Figure
        name="Speed"
        unit="images/s"
        note={images > 0 && perSecond === 0 ? sayStill(isPaused) : 'right now'}
      >
        {isLoading ? '–' : decimal(perSecond)}
      </Figure>
      <Figure name="Waiting images" note={!isLoading && sayLeft(work, isPaused)}>
        {isLoading ? '–' : count(images)}
      </Figure>
      <Figure name="Active jobs" note={!isLoading && sayStates(work)}>
        {isLoading ? '–' : count(jobs)}
      </Figure>
      <Figure name="Measured" note={totals && saySettled(totals)}>
        {totals ? saySuccess(totals) : '–'}
      </Figure>
    </div>
  );
}

interface FigureProps {
  readonly name: string;
  readonly unit?: string;
  readonly note: ReactNode;
  readonly children: ReactNode;
}

function Figure({ name, unit, note, children }: FigureProps) {
  return (
    <div className={classes.figure} role="group" aria-label={name}>
      <div className={classes.name}>{name}</div>
      <div className={classes.value}>
        {children}
        {unit && <span className={classes.unit}>{unit}</span>}
      </div>
      <div className={classes.note}>{note}</div>
    </div>
  );
}

function sayStill(isPaused: boolean): string {
  return isPaused ? 'all work is paused' : 'no image was settled lately';
}

/** When everything will be done, as far as that can be said. */
function sayLeft({ images, pausedImages, secondsLeft }: Work, isPaused: boolean): string {
  if (images === 0) return 'nothing is left to do';
  const paused = pausedImages > 0 && pausedImages < images ? ` · ${count(pausedImages)} paused` : '';
  if (isPaused || pausedImages === images) return 'paused';
  if (secondsLeft === null) return `time left is not known yet${paused}`;
  return `done in about ${duration(Math.max(1, secondsLeft) * 1_000)}${paused}`;
}

function sayStates({ jobs, byState }: Work): string {
  if (jobs === 0) return 'all jobs are settled';
  const states = Object.entries(byState).filter(([, n]) => n > 0);
  return states.map(([state, n]) => `${count(n)} ${state}`).join(' · ');
}

function saySuccess({ measured, failed }: Schema<'SettledCountsDto'>): string {
  return measured + failed === 0 ? '–' : percent((100 * measured) / (measured + failed));
}

function saySettled({ measured, failed }: Schema<'SettledCountsDto'>): string {
  if (measured + failed === 0) return 'no image was settled';
  return `${count(failed)} of ${counted(measured + failed, 'image')} failed`;
}
