import { setImmediate as pause } from 'node:timers/promises';
import Fuse from 'fuse.js';

/** What Fuse.js can be set to; where in a name something stands never matters. */
export const FUSE_SETTINGS = [0.3, 0.4, 0.6].flatMap((threshold) =>
  [false, true].flatMap((useTokenSearch) =>
    [false, true].map((ignoreFieldNorm) => ({ threshold, useTokenSearch, ignoreFieldNorm })),
  ),
);

/** Fuse.js over the names as they are. @param {{ id: string, name: string, area: string }[]} stores */
export function searchByFuse(stores) {
  return (settings) => {
    const options = { ...settings, keys: ['name'], ignoreLocation: true, includeScore: true };
    const indexes = new Map();
    const indexOf = (area) => {
      const searched = area === undefined ? stores : stores.filter((store) => store.area === area);
      if (!indexes.has(area)) indexes.set(area, new Fuse(searched, options));
      return indexes.get(area);
    };
    return async ({ text, area }) => {
      // Minutes without a pause, and connections of others would end unseen.
      await pause();
      const hits = indexOf(area).search(text, { limit: 10 });
      return hits.map(({ item, score }) => ({ id: item.id, score: 1 - score }));
    };
  };
}
