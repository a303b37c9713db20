/**
 * The advisory locks of the service, all in one place: two purposes with one
 * number would wait for each other for ever. The numbers mean nothing.
 */
export const LOCKS = {
  /** Held while migrations are applied. */
  migration: 7_162_001,
  /** Held by the one process that hands work out. */
  dispatch: 7_162_002,
  /** Held while a Store Master is loaded. */
  storeImport: 7_162_003,
  /** Held while API keys come or go by rules that look at the other keys. */
  apiKeys: 7_162_004,
  /** Held while a group of stores is changed: whether groups name each other in a circle depends on all of them. */
  groups: 7_162_005,
  /** Held by the one process that reads names of stores after imports and updates. */
  storeNames: 7_162_020,
  /** Held by the one process that looks for duplicate stores. */
  duplicates: 7_162_021,
  /** Held by the one process that removes old images. */
  retention: 7_162_010,
  /** Held by the one process that brings the categories of all stores up to date. */
  categories: 7_162_011,
} as const;
