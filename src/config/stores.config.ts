import { registerAs, type ConfigType } from '@nestjs/config';
import { textFromEnv } from './env.js';

export const storesConfig = registerAs('stores', () => ({
  /** Loaded once, at a start that finds no store at all. */
  masterCsv: textFromEnv('STORE_MASTER_CSV', 'seeds/store_master.csv'),
  /** Rules for categories; loaded once, at a start that finds none. */
  categoriesCsv: textFromEnv('STORE_CATEGORIES_CSV', 'seeds/store_categories.csv'),
}));
export type StoresConfig = ConfigType<typeof storesConfig>;
