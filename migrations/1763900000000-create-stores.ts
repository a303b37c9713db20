import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The Store Master, where it came from, and what changed in it. Stores are
 * never deleted, only deactivated: old results still name them.
 */
export class CreateStores1763900000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of [...STORES, ...HISTORY]) await queryRunner.query(statement);
  }

  /** Leaves pg_trgm installed: it may have been there before, and others may use it. */
  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP FUNCTION store_area_at(text, timestamptz)`);
    await queryRunner.query(`DROP TABLE store_changes, store_imports, stores`);
  }
}

const STORES = [
  `CREATE EXTENSION IF NOT EXISTS pg_trgm`,

  // A position is known whole, with where it came from ('sample', 'import'), or not at all.
  `CREATE TABLE stores (
    id text CONSTRAINT stores_pkey PRIMARY KEY,
    name text NOT NULL,
    area_code text NOT NULL,
    active boolean NOT NULL DEFAULT true,
    latitude double precision,
    longitude double precision,
    coordinates_source text,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT stores_latitude_check CHECK (latitude BETWEEN -90 AND 90),
    CONSTRAINT stores_longitude_check CHECK (longitude BETWEEN -180 AND 180),
    CONSTRAINT stores_coordinates_whole_check CHECK (num_nulls(latitude, longitude, coordinates_source) IN (0, 3))
  )`,
  // Stores of one area in the order of their pages; also counts areas without reading the names.
  `CREATE INDEX stores_area_code_idx ON stores (area_code, id) INCLUDE (active)`,
  // "Contains", in any case, anywhere in name or id.
  `CREATE INDEX stores_search_idx ON stores USING gin (name gin_trgm_ops, id gin_trgm_ops)`,
];

const HISTORY = [
  // Written in the transaction that changes the stores: an import that failed left no row.
  `CREATE TABLE store_imports (
    id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT store_imports_pkey PRIMARY KEY,
    file_name text NOT NULL,
    sha256 text NOT NULL,
    options jsonb NOT NULL,
    rows integer NOT NULL,
    inserted integer NOT NULL,
    updated integer NOT NULL,
    unchanged integer NOT NULL,
    rejected integer NOT NULL,
    deactivated integer NOT NULL,
    first_rejects jsonb NOT NULL DEFAULT '[]',
    imported_by text NOT NULL,
    started_at timestamptz NOT NULL,
    finished_at timestamptz NOT NULL
  )`,

  // Old and new value of one field, as text; NULL where there was none. New stores are not changes.
  `CREATE TABLE store_changes (
    id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT store_changes_pkey PRIMARY KEY,
    store_id text NOT NULL CONSTRAINT store_changes_store_id_fkey REFERENCES stores (id),
    import_id bigint NOT NULL CONSTRAINT store_changes_import_id_fkey REFERENCES store_imports (id),
    field text NOT NULL,
    old_value text,
    new_value text,
    changed_at timestamptz NOT NULL
  )`,
  // The value of a field at a time is the old value of its first change after that time.
  `CREATE INDEX store_changes_store_id_field_idx ON store_changes (store_id, field, changed_at)`,

  // Reports count a visit for the area its store was in when the visit took place.
  `CREATE FUNCTION store_area_at(store_id text, at timestamptz) RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN coalesce(
      (SELECT change.old_value FROM store_changes change
        WHERE change.store_id = store_area_at.store_id AND change.field = 'area_code'
          AND change.changed_at > store_area_at.at
        ORDER BY change.changed_at LIMIT 1),
      (SELECT store.area_code FROM stores store WHERE store.id = store_area_at.store_id))`,
];
