/** Which images of a job run again; what is not named fits all. */
export interface ImageChoice {
  /** Error codes of failed images. */
  readonly codes?: readonly string[];
  readonly storeIds?: readonly string[];
  /** Areas the stores were in at the time of the visit. */
  readonly areaCodes?: readonly string[];
  /** Id of a group to which the stores belong now. */
  readonly group?: string;
  /** Both, unless one is named. */
  readonly states?: readonly RetriedState[];
}

/** Whether all that failed or was cancelled fits. */
export function choosesAll({ codes, storeIds, areaCodes, group, states }: ImageChoice): boolean {
  return (codes ?? storeIds ?? areaCodes ?? group ?? states) === undefined;
}

export const RETRIED_STATES = ['failed', 'cancelled'] as const;
export type RetriedState = (typeof RETRIED_STATES)[number];

/** What would run again, or does. */
export interface RetryCounts {
  readonly images: number;
  readonly cancelled: number;
  readonly stores: number;
  /** Failed images by their error code, the most frequent first. */
  readonly byCode: readonly { readonly code: string; readonly images: number }[];
}
