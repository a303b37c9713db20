import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables in which each result of a flush, or each image of a range, is looked up. */
const LOOKED_UP = ['image_results', 'visits'];

/**
 * No statistics of small tables. They would tell the planner that all of a page or two is sooner read than a key looked
 * up, and a prepared statement keeps to that while the table grows, until it is analyzed again: a job of 20,000 images
 * after a dozen of five went at 128 images a second, and every result read all results before it. Without statistics
 * Postgres takes a table for ten pages, and the key; with a thousand rows it is right to.
 */
export class DelayFirstStatistics1764300070000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const table of LOOKED_UP)
      await queryRunner.query(`ALTER TABLE ${table} SET (autovacuum_analyze_threshold = 1000)`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of LOOKED_UP)
      await queryRunner.query(`ALTER TABLE ${table} RESET (autovacuum_analyze_threshold)`);
  }
}
