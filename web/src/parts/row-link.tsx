import type { ReactNode } from 'react';
import { Link } from 'react-router';
import classes from './data-table.module.css';

interface RowLinkProps {
  readonly to: string;
  readonly label?: string;
  /** Where it leads is shown on top of the list, which stays where it is. */
  readonly keepsScroll?: boolean;
  readonly children: ReactNode;
}

/** In one cell of a row, makes all of the row lead somewhere, as a link that browsers can open in another tab. */
export function RowLink({ to, label, keepsScroll, children }: RowLinkProps) {
  return (
    <Link to={to} aria-label={label} preventScrollReset={keepsScroll} className={classes.rowLink}>
      {children}
    </Link>
  );
}
