import { recordBy } from '../../access/audit/record-by.js';
import { SHOWN_REJECTS } from '../csv/reject.js';

export const CREATE_STAGED = `
  CREATE TEMPORARY TABLE staged_stores (
    line integer NOT NULL,
    accepted boolean NOT NULL,
    id text NOT NULL,
    name text,
    area_code text,
    latitude double precision,
    longitude double precision,
    coordinates_source text
  ) ON COMMIT DROP`;

export const REJECT_DUPLICATES = `
  WITH numbered AS (
    SELECT ctid AS place, line, id, first_value(line) OVER same AS first_line, row_number() OVER same AS nth
    FROM staged_stores WHERE accepted
    WINDOW same AS (PARTITION BY id ORDER BY line)
  ), rejected AS (
    DELETE FROM staged_stores USING numbered WHERE staged_stores.ctid = place AND nth > 1
    RETURNING numbered.line, numbered.id, first_line
  )
  SELECT line, id, first_line, count(*) OVER ()::int AS total
  FROM rejected ORDER BY line LIMIT ${SHOWN_REJECTS}`;

/** A row that was rejected, and how many were. */
export interface Duplicate {
  readonly line: number;
  readonly id: string;
  readonly first_line: number;
  readonly total: number;
}

export const INSERT_IMPORT = `
  INSERT INTO store_imports (file_name, sha256, options, imported_by, started_at, finished_at,
    rows, inserted, updated, unchanged, rejected, deactivated)
  VALUES ($1, $2, $3, $4, now(), clock_timestamp(), 0, 0, 0, 0, 0, 0)
  RETURNING id, finished_at::text AS at, started_at AS "startedAt"`;

export const COMPLETE_IMPORT = `
  UPDATE store_imports SET rows = $2, inserted = $3, updated = $4, unchanged = $5, rejected = $6, deactivated = $7,
    first_rejects = $8, finished_at = clock_timestamp(), searchable_at = CASE WHEN $9 THEN clock_timestamp() END
  WHERE id = $1
  RETURNING finished_at AS "finishedAt", searchable_at AS "searchableAt"`;

const CATEGORY_COLUMNS = ['category', 'category_confidence', 'category_reason', 'category_source'];

/** A new name brings a new category, unless somebody has set one by hand. A dry run has read no names. */
function newWhenRenamed(column: string): string {
  const isRenamed = `read.id IS NOT NULL AND stores.name <> changed.name AND stores.category_source <> 'hand'`;
  return `${column} = CASE WHEN ${isRenamed} THEN read.${column} ELSE stores.${column} END`;
}

// $3: whether the file has coordinates at all. If so, a row without leaves them as they are; if
// not, the store keeps its own unless they were only samples.
export const UPDATE_KNOWN = `
  WITH compared AS (
    SELECT store.id, staged.name, staged.area_code,
      CASE WHEN kept THEN store.latitude ELSE staged.latitude END AS latitude,
      CASE WHEN kept THEN store.longitude ELSE staged.longitude END AS longitude,
      CASE WHEN kept THEN store.coordinates_source ELSE staged.coordinates_source END AS coordinates_source,
      store AS old
    FROM staged_stores staged JOIN stores store ON store.id = staged.id
    CROSS JOIN LATERAL (SELECT staged.latitude IS NULL
      AND ($3 OR store.coordinates_source IS DISTINCT FROM 'sample') AS kept) known
    WHERE staged.accepted
  ), changed AS MATERIALIZED (
    SELECT * FROM compared
    WHERE (name, area_code, true, latitude, longitude, coordinates_source) IS DISTINCT FROM
      ((old).name, (old).area_code, (old).active, (old).latitude, (old).longitude, (old).coordinates_source)
  ), logged AS (
    INSERT INTO store_changes (store_id, import_id, field, old_value, new_value, changed_at)
    SELECT id, $1, field, old_value, new_value, $2::timestamptz
    FROM changed CROSS JOIN LATERAL (VALUES
      ('name', (old).name, name),
      ('area_code', (old).area_code, area_code),
      ('active', (old).active::text, 'true'),
      ('latitude', (old).latitude::text, latitude::text),
      ('longitude', (old).longitude::text, longitude::text),
      ('coordinates_source', (old).coordinates_source, coordinates_source)
    ) AS fields (field, old_value, new_value)
    WHERE old_value IS DISTINCT FROM new_value
  )
  UPDATE stores SET name = changed.name, area_code = changed.area_code, active = true,
    latitude = changed.latitude, longitude = changed.longitude,
    coordinates_source = changed.coordinates_source, updated_at = $2::timestamptz,
    ${CATEGORY_COLUMNS.map(newWhenRenamed).join(', ')}
  FROM changed LEFT JOIN read_names read ON read.id = changed.id WHERE stores.id = changed.id`;

export const INSERT_NEW = `
  INSERT INTO stores (id, name, area_code, latitude, longitude, coordinates_source, created_at, updated_at,
    ${CATEGORY_COLUMNS.join(', ')})
  SELECT staged.id, name, area_code, latitude, longitude, coordinates_source, $1::timestamptz, $1::timestamptz,
    coalesce(category, 'unknown'), coalesce(category_confidence, 0), coalesce(category_reason, ''), coalesce(category_source, 'none')
  FROM staged_stores staged LEFT JOIN read_names read ON read.id = staged.id
  WHERE accepted AND NOT EXISTS (SELECT FROM stores WHERE stores.id = staged.id)`;

// $1: the version of the reading. Keys made by another one are renewed in the background.
export const KEEP_NAME_KEYS = `
  INSERT INTO store_names (store_id, keys, fold_version) SELECT id, keys, $1 FROM read_names WHERE keys IS NOT NULL
  ON CONFLICT (store_id) DO UPDATE SET keys = excluded.keys, fold_version = excluded.fold_version`;

/** The other stores keep the keys of the names they had, until those of the new ones are made in the background. */
export const LEAVE_NAME_KEYS = `
  UPDATE store_names SET fold_version = 0 FROM read_names read WHERE store_id = read.id AND read.keys IS NULL`;

/** $1: what was wanted when the names were categorised. If it is another thing now, all stores are looked at again. */
export const ADMIT_CATEGORIES = `
  UPDATE category_work SET wanted = wanted + (wanted <> $1)::int,
    due_at = CASE WHEN wanted <> $1 THEN now() ELSE due_at END`;

export const DEACTIVATE_MISSING = `
  WITH missing AS (
    UPDATE stores SET active = false, updated_at = $2::timestamptz
    WHERE active AND NOT EXISTS (SELECT FROM staged_stores staged WHERE staged.id = stores.id)
    RETURNING id
  )
  INSERT INTO store_changes (store_id, import_id, field, old_value, new_value, changed_at)
  SELECT id, $1, 'active', 'true', 'false', $2::timestamptz FROM missing`;

export const AUDIT_IMPORT = `
  ${recordBy(2, 'stores.imported')}, id::text, jsonb_build_object('file_name', file_name, 'imported_by', imported_by,
    'rows', rows, 'inserted', inserted, 'updated', updated, 'deactivated', deactivated)
  FROM store_imports WHERE id = $1`;
