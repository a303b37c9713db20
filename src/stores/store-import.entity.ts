import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { Reject } from './csv/reject.js';

/** One CSV file that was merged into the Store Master. */
@Entity('store_imports')
@Index('store_imports_unsearchable_idx', ['id'], { where: 'searchable_at IS NULL' })
export class StoreImportEntity {
  @PrimaryGeneratedColumn('identity', {
    name: 'id',
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'store_imports_pkey',
  })
  id!: string;

  @Column({ name: 'file_name', type: 'text' })
  fileName!: string;

  /** Of the file's bytes, hexadecimal. */
  @Column({ name: 'sha256', type: 'text' })
  sha256!: string;

  @Column({ name: 'options', type: 'jsonb' })
  options!: { readonly deactivateMissing: boolean; readonly allowRejects: boolean };

  /** Data rows of the file, rejected ones included. */
  @Column({ name: 'rows', type: 'integer' })
  rows!: number;

  @Column({ name: 'inserted', type: 'integer' })
  inserted!: number;

  @Column({ name: 'updated', type: 'integer' })
  updated!: number;

  @Column({ name: 'unchanged', type: 'integer' })
  unchanged!: number;

  @Column({ name: 'rejected', type: 'integer' })
  rejected!: number;

  @Column({ name: 'deactivated', type: 'integer' })
  deactivated!: number;

  @Column({ name: 'first_rejects', type: 'jsonb', default: [] })
  firstRejects!: Reject[];

  /** Who asked for it: an API key by its name, `api`, `start`, or the user of the command line. */
  @Column({ name: 'imported_by', type: 'text' })
  importedBy!: string;

  @Column({ name: 'started_at', type: 'timestamptz' })
  startedAt!: Date;

  @Column({ name: 'finished_at', type: 'timestamptz' })
  finishedAt!: Date;

  /** Null while the names that it brought wait to be read in the background. */
  @Column({ name: 'searchable_at', type: 'timestamptz', nullable: true })
  searchableAt!: Date | null;
}
