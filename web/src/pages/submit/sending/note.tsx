import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './sending-frame.module.css';

interface NoteProps {
  readonly tone: 'bad' | 'wait' | 'busy';
  /** `alert` is read out at once. */
  readonly role?: 'alert' | 'status';
  readonly children: ReactNode;
}

/** A remark with its colour. */
export function Note({ tone, role, children }: NoteProps) {
  const Icon = tone === 'busy' ? IconInfoCircle : IconAlertTriangle;
  return (
    <div className={classes.note} data-tone={tone} role={role}>
      <Icon size={16} aria-hidden />
      <div>{children}</div>
    </div>
  );
}
