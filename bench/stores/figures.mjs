import { categoryQuality } from './category-quality.mjs';
import { duplicatesQuality } from './duplicates-quality.mjs';
import { searchGrowth } from './search-growth.mjs';
import { searchQuality } from './search-quality.mjs';

/** Everything `npm run bench:stores` measures, in this order; each figure answers rows for the table. */
export const FIGURES = [
  { name: 'search-quality', measure: searchQuality },
  { name: 'category-quality', measure: categoryQuality },
  { name: 'duplicates-quality', measure: duplicatesQuality },
  { name: 'search-growth', measure: searchGrowth },
];
