import type { Schema } from '../api/client.js';

export type Category = Schema<'StoreDto'>['category'];

/** What people call the categories, in the order they are offered. */
export const CATEGORY_NAMES: Readonly<Record<Category, string>> = {
  grocery: 'Grocery',
  general: 'General store',
  'pan-shop': 'Pan shop',
  'hotel-restaurant': 'Hotel & restaurant',
  'sweets-bakery': 'Sweets & bakery',
  medical: 'Medical',
  'electronics-mobile': 'Electronics & mobile',
  clothing: 'Clothing',
  stationery: 'Stationery',
  hardware: 'Hardware',
  salon: 'Salon',
  other: 'Other trade',
  unknown: 'Unknown',
};

export const CATEGORY_IDS = Object.keys(CATEGORY_NAMES) as Category[];

/** As the API tells it; what is not known here is shown as it is. */
export function sayCategory(category: string): string {
  return isCategory(category) ? CATEGORY_NAMES[category] : category;
}

/** For a list to choose from. */
export const CATEGORY_CHOICES = CATEGORY_IDS.map((value) => ({ value, label: CATEGORY_NAMES[value] }));

export function isCategory(text: string | null): text is Category {
  return text !== null && Object.hasOwn(CATEGORY_NAMES, text);
}
