import { ApiError } from '../../../api/api-error.js';

/** Where the service found something that does not fit. */
export interface NamedPlaces {
  /** As it is written in errors: `visits[3].image_url[0]`, `count`. */
  readonly paths: readonly string[];
  /** Stores that nobody may visit: the first ten. */
  readonly storeIds: readonly string[];
}

const PATH =
  /^"?((?:visits\[\d+\](?:\.\w+(?:\[\d+\])?)?)|count|visits|reference|labels|priority|callback_url)(?!\w)/;
const STORE_CODES = ['UNKNOWN_STORE', 'STORE_INACTIVE'];
const QUOTED = /"(?:[^"\\]|\\.)*"/g;

/** What a refusal of the service is about, as far as its sentence tells. */
export function placesNamed(error: Error | null): NamedPlaces {
  if (!(error instanceof ApiError)) return { paths: [], storeIds: [] };
  if (STORE_CODES.includes(error.code)) {
    const storeIds = (error.message.match(QUOTED) ?? []).map((text) => JSON.parse(text) as string);
    return { paths: [], storeIds };
  }
  const path = PATH.exec(error.message)?.[1];
  return { paths: path === undefined ? [] : [path], storeIds: [] };
}
