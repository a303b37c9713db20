/**
 * Kinds of shops. `general` sells a bit of everything, `other` a thing that has no category here; `unknown` is
 * what a name does not tell.
 */
export const CATEGORIES = [
  'hotel-restaurant',
  'pan-shop',
  'grocery',
  'medical',
  'sweets-bakery',
  'stationery',
  'electronics-mobile',
  'clothing',
  'hardware',
  'salon',
  'general',
  'other',
  'unknown',
] as const;

export type Category = (typeof CATEGORIES)[number];

/** The shops of a category, for sentences. */
export const SHOPS: Readonly<Record<Category, string>> = {
  'hotel-restaurant': 'hotels and restaurants',
  'pan-shop': 'pan shops',
  grocery: 'grocery shops',
  medical: 'medical shops',
  'sweets-bakery': 'sweet shops and bakeries',
  stationery: 'stationery shops',
  'electronics-mobile': 'electronics and mobile shops',
  clothing: 'clothing shops',
  hardware: 'hardware shops',
  salon: 'salons',
  general: 'general stores',
  other: 'other trades',
  unknown: 'shops of a kind that is not known',
};

/** Where a category comes from: nobody yet, a rule for words, what corrections taught, or somebody by hand. */
export const CATEGORY_SOURCES = ['none', 'rule', 'learned', 'hand'] as const;

export type CategorySource = (typeof CATEGORY_SOURCES)[number];
