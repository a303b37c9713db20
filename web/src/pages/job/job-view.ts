import type { Schema } from '../../api/client.js';

export type ImageState = Schema<'ImageDto'>['state'];

export const IMAGE_STATES: readonly ImageState[] = ['measured', 'failed', 'cancelled', 'pending'];

/** Which of a job's images are listed; what is not named fits all. */
export interface ImageFilter {
  readonly state?: ImageState;
  readonly code?: string;
  /** The code of a warning; `any`: whatever it is. */
  readonly warning?: string;
  readonly store_id?: string;
  /** Id of a group of stores. */
  readonly group?: string;
  /** One run, with the images that took part in it; otherwise all, each with its newest result. */
  readonly run?: number;
}

/** What the page shows of a job, as its address says. */
export interface JobView {
  readonly filter: ImageFilter;
  /** Place in the job where the list begins. */
  readonly from: number;
  /** Place of the image that is open. */
  readonly image?: number;
}

/** Reads the address; what makes no sense there is as if it were not. */
export function viewFrom(search: URLSearchParams): JobView {
  const state = IMAGE_STATES.find((known) => known === search.get('state'));
  const code = search.get('code')?.trim();
  const warning = search.get('warning')?.trim();
  const store_id = search.get('store_id')?.trim();
  const group = search.get('group')?.trim();
  const [run, from, image] = ['run', 'from', 'image'].map((name) => wholeNumber(search.get(name)));
  return {
    filter: {
      ...(state && { state }),
      ...(code && { code }),
      ...(warning && { warning }),
      ...(store_id && { store_id }),
      ...(group && { group }),
      ...(run !== undefined && { run }),
    },
    from: from ?? 0,
    ...(image !== undefined && { image }),
  };
}

/** Whether only some of the images are listed. */
export function isNarrowed({ state, code, warning, store_id, group }: ImageFilter): boolean {
  return (state ?? code ?? warning ?? store_id ?? group) !== undefined;
}

/** Addresses may have been typed by anybody. */
function wholeNumber(text: string | null): number | undefined {
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
