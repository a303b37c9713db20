import type { Categoriser } from '../categoriser.js';
import type { Judgement } from '../judgement.js';

/** One walk over all stores, by id, that brings their categories in line with the rules and the corrections. */
export interface Pass {
  /** What was wanted when it began; decimal digits. */
  readonly served: string;
  /** Version of the rules it goes by; null before the first. */
  readonly versionId: string | null;
  /** The last store it has looked at. */
  readonly afterId: string;
  /** How many there were when it began. */
  readonly stores: number;
  readonly checked: number;
  readonly changed: number;
  readonly startedAt: Date | null;
  /** Null while it is under way. */
  readonly finishedAt: Date | null;
  /** Rules or corrections have changed since it began, so that another follows. */
  readonly isOutdated: boolean;
  /** It goes by rules that are no longer in force, so that there is no sense in ending it. */
  readonly hasOtherRules: boolean;
}

/** A store as it was read. */
export interface CategorisedStore extends Judgement {
  readonly id: string;
  readonly name: string;
}

/** A store with the category it should have. */
export type Change = CategorisedStore;

/** The stores whose category, or its reason, should be another one; those set by hand stay. */
export function changesOf(stores: readonly CategorisedStore[], categoriser: Categoriser): Change[] {
  return stores.flatMap((store) => {
    if (store.source === 'hand') return [];
    const judgement = categoriser.categorise(store.name);
    const { category, confidence, reason, source } = judgement;
    const isSame =
      store.category === category &&
      store.confidence === confidence &&
      store.reason === reason &&
      store.source === source;
    return isSame ? [] : [{ id: store.id, name: store.name, ...judgement }];
  });
}
