import type { Schema } from '../../../api/client.js';

export type Submission = Schema<'SubmitJobRequest'>;
export type Visit = Schema<'SubmittedVisitDto'>;

/** What comes with a job besides its visits. */
export type Extras = Omit<Submission, 'count' | 'visits'>;

/** How large a job is. */
export interface JobSize {
  readonly stores: number;
  readonly visits: number;
  readonly images: number;
}

export const NOTHING: JobSize = { stores: 0, visits: 0, images: 0 };

/** Works on whatever somebody typed, too: what is no visit counts as one without images. */
export function sizeOf(visits: readonly unknown[]): JobSize {
  const stores = new Set<string>();
  let images = 0;
  for (const visit of visits) {
    const { store_id: storeId, image_url: urls } = (visit ?? {}) as Partial<Visit>;
    if (typeof storeId === 'string' && storeId.trim() !== '') stores.add(storeId);
    if (Array.isArray(urls)) images += urls.length;
  }
  return { stores: stores.size, visits: visits.length, images };
}

/** What one of the three ways has made so far. */
export interface Prepared {
  readonly size: JobSize;
  /** Nobody has begun yet. */
  readonly isEmpty: boolean;
  /** What is still going on before it can be sent, as `Reading the file`. */
  readonly isBusy?: boolean;
  /** Places to mend first; the editor shows them. */
  readonly problems: number;
  /** The body; made when it is sent, as it may be large. */
  readonly body: () => Submission;
}

/** The options have the last word over what the JSON says, label by label, as with `smp submit`. */
export function withExtras(body: Submission, { labels, ...extras }: Extras): Submission {
  return { ...body, ...extras, ...(labels && { labels: { ...body.labels, ...labels } }) };
}
