import type { Schema } from '../../api/client.js';

export type Job = Schema<'JobDto'>;

/** What `GET /api/events` tells, and whether it can be heard. */
export type LiveMessage =
  /** The active jobs, newest first; `more`: there are others. */
  | { readonly kind: 'snapshot'; readonly jobs: readonly Job[]; readonly more: boolean }
  /** Jobs that changed or are new. */
  | { readonly kind: 'progress'; readonly jobs: readonly Job[] }
  /** Jobs that have ended. */
  | { readonly kind: 'settled'; readonly jobs: readonly Job[] }
  | { readonly kind: 'lost' };

export type Hear = (message: LiveMessage) => void;
