import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tags of stores, and named sets of stores with all that became of them. */
export class GroupStores1764400400000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of [...TAGS, ...GROUPS]) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `DROP TABLE store_group_versions, store_group_members, store_groups, store_tag_changes`,
    );
    await queryRunner.query(`DROP SEQUENCE store_tag_changes_seq`);
    await queryRunner.query(`ALTER TABLE stores DROP COLUMN tags`);
  }
}

const TAGS = [
  // Sorted, each once. No import touches them.
  `ALTER TABLE stores ADD COLUMN tags text[] NOT NULL DEFAULT '{}'`,
  `CREATE INDEX stores_tags_idx ON stores USING gin (tags)`,

  // What one request changed has one number, by which all of it can be undone.
  `CREATE SEQUENCE store_tag_changes_seq`,
  `CREATE TABLE store_tag_changes (
    change_id bigint NOT NULL,
    store_id text NOT NULL,
    old_tags text[] NOT NULL,
    new_tags text[] NOT NULL,
    changed_by text NOT NULL,
    changed_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT store_tag_changes_pkey PRIMARY KEY (change_id, store_id)
  )`,
];

const GROUPS = [
  // A rule holds the groups it names in "uses", too. Without a rule the members are a list. A deleted group can come back.
  `CREATE TABLE store_groups (
    id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT store_groups_pkey PRIMARY KEY,
    name text NOT NULL,
    description text NOT NULL,
    rule jsonb,
    uses bigint[] NOT NULL DEFAULT '{}',
    version integer NOT NULL DEFAULT 1,
    created_by text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_by text NOT NULL,
    updated_at timestamptz NOT NULL DEFAULT now(),
    deleted_at timestamptz
  )`,
  `CREATE UNIQUE INDEX store_groups_name_idx ON store_groups (lower(name)) WHERE deleted_at IS NULL`,

  `CREATE TABLE store_group_members (
    group_id bigint NOT NULL CONSTRAINT store_group_members_group_id_fkey REFERENCES store_groups (id),
    store_id text NOT NULL,
    CONSTRAINT store_group_members_pkey PRIMARY KEY (group_id, store_id)
  )`,

  // A group as it was, with the ids of its list.
  `CREATE TABLE store_group_versions (
    group_id bigint NOT NULL CONSTRAINT store_group_versions_group_id_fkey REFERENCES store_groups (id),
    version integer NOT NULL,
    name text NOT NULL,
    description text NOT NULL,
    rule jsonb,
    store_ids text[],
    restored_from integer,
    changed_by text NOT NULL,
    changed_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT store_group_versions_pkey PRIMARY KEY (group_id, version),
    CONSTRAINT store_group_versions_kind_check CHECK ((rule IS NULL) = (store_ids IS NOT NULL))
  )`,
];
