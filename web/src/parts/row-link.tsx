import type { ReactNode } from 'react';
import { Link } from 'react-router';
import classes from './data-table.module.css';

interface RowLinkProps {
  readonly to: string;
  readonly label?: string;
  readonly children: ReactNode;
}

/** In one cell of a row, makes all of the row lead somewhere, as a link that browsers can open in another tab. */
export function RowLink({ to, label, children }: RowLinkProps) {
  return (
    <Link to={to} aria-label={label} className={classes.rowLink}>
      {children}
    </Link>
  );
}
