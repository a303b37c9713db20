import { recordBy } from '../../access/audit/record-by.js';
import { MAX_TAGS } from './tag.js';

/** Each row a statement writes is in five indexes, and whoever asked waits for all of them. */
export const MAX_CHANGED = 20_000;

/**
 * Gives tags to the stores of `wanted (id, add, remove)` and takes others away. Rows are locked in the order of their ids, so
 * that two changes of the same stores wait for each other; what both did stays.
 *
 * @param wanted a SELECT; where `remove` is NULL, all other tags go, also those that came a moment ago
 * @param first number of the first of five parameters: name of who does it, then `actorValues`
 * @returns a statement: the number of the change, how many stores it changed, and one with too many tags
 */
export function changeTags(wanted: string, first: number): string {
  return `
    WITH wanted AS MATERIALIZED (${wanted}
    ), locked AS MATERIALIZED (
      SELECT s.id, s.tags AS old_tags, w.add, w.remove FROM stores s JOIN wanted w ON w.id = s.id ORDER BY s.id FOR NO KEY UPDATE OF s
    ), changed AS MATERIALIZED (
      SELECT * FROM (
        SELECT id, old_tags, ARRAY(
          SELECT tag FROM unnest(CASE WHEN remove IS NULL THEN add ELSE old_tags || add END) AS tag
          WHERE tag <> ALL (coalesce(remove, '{}')) GROUP BY tag ORDER BY tag COLLATE "C"
        ) AS new_tags FROM locked
      ) AS compared WHERE new_tags <> old_tags
    ), counted AS (
      SELECT count(*)::int AS stores, min(id) FILTER (WHERE cardinality(new_tags) > ${MAX_TAGS}) AS full_store FROM changed
    ), change AS MATERIALIZED (
      SELECT nextval('store_tag_changes_seq') AS id, stores FROM counted
      WHERE full_store IS NULL AND stores BETWEEN 1 AND ${MAX_CHANGED}
    ), written AS (
      UPDATE stores SET tags = new_tags FROM changed, change WHERE stores.id = changed.id
    ), logged AS (
      INSERT INTO store_tag_changes (change_id, store_id, old_tags, new_tags, changed_by)
      SELECT change.id, changed.id, old_tags, new_tags, $${first}::text FROM changed, change
    ), audit AS (
      ${recordBy(first + 1, 'stores.tagged')}, id::text, jsonb_build_object('stores', stores) FROM change
    )
    SELECT change.id, counted.stores, counted.full_store AS "fullStore" FROM counted LEFT JOIN change ON true`;
}

/** What undoes the change $1: of each store what came goes, and what went comes back. */
export const UNDONE = `
  SELECT store_id AS id,
    ARRAY(SELECT unnest(old_tags) EXCEPT SELECT unnest(new_tags)) AS add,
    ARRAY(SELECT unnest(new_tags) EXCEPT SELECT unnest(old_tags)) AS remove
  FROM store_tag_changes WHERE change_id = $1::bigint`;

/** The store $1 shall have the tags $2 and no others. */
export const REPLACED = `
  SELECT $1::text AS id, $2::text[] AS add, NULL::text[] AS remove`;

/** Tags that stores have, with how many. $1 the beginning of the tag. */
export const COUNT_TAGS = `
  SELECT tag, count(*)::int AS stores FROM stores CROSS JOIN LATERAL unnest(tags) AS tag
  WHERE tags <> '{}' AND starts_with(tag, $1) GROUP BY tag ORDER BY count(*) DESC, tag COLLATE "C" LIMIT 500`;
