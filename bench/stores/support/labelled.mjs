import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import csv from 'csv-parser';
import { ROOT } from '../../../scripts/lib/settings.mjs';

const FOLDER = join(ROOT, 'bench/stores/labelled');

/** A file of the labelled data as it is. @returns {Promise<Record<string, string>[]>} */
export async function readLabelled(name) {
  return readCsv(join(FOLDER, name));
}

/**
 * The stores that the queries are about, and those of the seed, to be told apart from them.
 *
 * @returns {Promise<{ id: string, name: string, area: string }[]>}
 */
export async function searchedStores() {
  const seeds = await readCsv(join(ROOT, 'seeds/store_master.csv'));
  const labelled = await readLabelled('stores.csv');
  return [
    ...seeds.map(({ StoreID, StoreName, AreaCode }) => ({ id: StoreID, name: StoreName, area: AreaCode })),
    ...labelled.map((row) => ({ id: row.store_id, name: row.store_name, area: row.area_code })),
  ];
}

/**
 * @typedef {{ kind: string, text: string, area: string | undefined, right: string[] }} Query
 *   right: ids of the stores that are an answer; none for `none`
 * @param {'tuning' | 'heldout'} split
 * @returns {Promise<Query[]>}
 */
export async function queriesOf(split) {
  const rows = await readLabelled('queries.csv');
  return rows
    .filter((row) => row.split === split)
    .map((row) => ({
      kind: row.kind,
      text: row.query,
      area: row.area_code || undefined,
      right: row.store_ids.split('|').filter(Boolean),
    }));
}

async function readCsv(path) {
  const rows = [];
  for await (const row of createReadStream(path).pipe(csv())) rows.push(row);
  return rows;
}
