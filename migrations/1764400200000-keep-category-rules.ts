import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The rules for categories in all their versions, categories set by hand, and the work of bringing stores in line with both. */
export class KeepCategoryRules1764400200000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    // The newest version is in force; one that is made current again comes in once more, at the end.
    await queryRunner.query(`CREATE TABLE category_rule_versions (
      id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT category_rule_versions_pkey PRIMARY KEY,
      content text NOT NULL,
      rules integer NOT NULL,
      comment text NOT NULL,
      copy_of bigint CONSTRAINT category_rule_versions_copy_of_fkey REFERENCES category_rule_versions,
      made_by text NOT NULL,
      made_at timestamptz NOT NULL DEFAULT now())`);
    // Stores are never deleted, so nothing has to keep an override and its store together.
    await queryRunner.query(`CREATE TABLE category_overrides (
      store_id text CONSTRAINT category_overrides_pkey PRIMARY KEY,
      category text NOT NULL,
      set_by text NOT NULL,
      set_at timestamptz NOT NULL DEFAULT now())`);
    // One row. "wanted" counts whatever makes other categories of the same names; "served" is what the newest
    // pass over the stores began with. They differ at first, so that stores from before get their categories.
    await queryRunner.query(`CREATE TABLE category_work (
      id boolean NOT NULL DEFAULT true CONSTRAINT category_work_pkey PRIMARY KEY,
      wanted bigint NOT NULL DEFAULT 1,
      due_at timestamptz NOT NULL DEFAULT now(),
      served bigint NOT NULL DEFAULT 0,
      version_id bigint,
      after_id text NOT NULL DEFAULT '',
      stores integer NOT NULL DEFAULT 0,
      checked integer NOT NULL DEFAULT 0,
      changed integer NOT NULL DEFAULT 0,
      started_at timestamptz,
      finished_at timestamptz,
      CONSTRAINT category_work_id_check CHECK (id))`);
    await queryRunner.query(`INSERT INTO category_work DEFAULT VALUES`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE category_work, category_overrides, category_rule_versions`);
  }
}
