import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Every rule set there has ever been; the newest version is the one in force. Rows are never changed: what was judged by a
 * version can be explained for good. The first one sends hotels ahead, and asks nothing of images.
 */
export class CreateRules1764400300000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE TABLE rule_versions (
      version integer CONSTRAINT rule_versions_pkey PRIMARY KEY,
      rules jsonb NOT NULL,
      comment text NOT NULL DEFAULT '',
      restored_from integer,
      actor text NOT NULL,
      created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      CONSTRAINT rule_versions_version_check CHECK (version > 0)
    )`);
    await queryRunner.query(`INSERT INTO rule_versions (version, rules, comment, actor) VALUES (1,
      '{"default": {"priority": 0, "criteria": {}}, "categories": {"hotel-restaurant": {"priority": 10}}}',
      'Hotels first.', 'start')`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE rule_versions`);
  }
}
