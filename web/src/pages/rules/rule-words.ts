import { CATEGORY_IDS, sayCategory } from '../../parts/category-words.js';
import { ALL } from './draft.js';

/** Whom rules can be for: all categories, and each of them. */
export const RULED: readonly string[] = [ALL, ...CATEGORY_IDS];

export function sayRuled(category: string): string {
  return category === ALL ? 'All categories' : sayCategory(category);
}

interface Words {
  readonly name: string;
  readonly unit: string;
  /** A limit to begin with. */
  readonly usual: number | readonly string[];
}

const CRITERIA: Readonly<Record<string, Words>> = {
  min_width: { name: 'Width, at least', unit: 'px', usual: 640 },
  min_height: { name: 'Height, at least', unit: 'px', usual: 480 },
  min_megapixels: { name: 'Megapixels, at least', unit: 'MP', usual: 0.5 },
  min_aspect: { name: 'Width by height, at least', unit: '', usual: 0.5 },
  max_aspect: { name: 'Width by height, at most', unit: '', usual: 2 },
  formats: { name: 'Format, one of', unit: '', usual: ['jpeg'] },
  min_bytes: { name: 'File, at least', unit: 'bytes', usual: 20_000 },
  max_bytes: { name: 'File, at most', unit: 'bytes', usual: 10_000_000 },
  min_images: { name: 'Images of a visit, at least', unit: '', usual: 2 },
  min_sharpness: { name: 'Sharpness, at least', unit: '', usual: 100 },
  min_brightness: { name: 'Brightness, at least', unit: 'of 255', usual: 40 },
  max_brightness: { name: 'Brightness, at most', unit: 'of 255', usual: 230 },
};

export function sayCriterion(name: string): Words {
  return CRITERIA[name] ?? { name, unit: '', usual: 1 };
}

/** A limit with its unit: `640 px`, `jpeg, png`. */
export function sayLimit(name: string, limit: number | readonly string[]): string {
  if (typeof limit !== 'number') return limit.join(', ');
  return `${limit.toLocaleString()} ${sayCriterion(name).unit}`.trim();
}
