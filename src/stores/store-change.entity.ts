import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { StoreImportEntity } from './store-import.entity.js';
import { StoreEntity } from './store.entity.js';

/** One field of one store that an import changed. */
@Entity('store_changes')
@Index('store_changes_store_id_field_idx', ['storeId', 'field', 'changedAt'])
export class StoreChangeEntity {
  @PrimaryGeneratedColumn('identity', {
    name: 'id',
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'store_changes_pkey',
  })
  id!: string;

  @Column({ name: 'store_id', type: 'text' })
  storeId!: string;

  @ManyToOne(() => StoreEntity)
  @JoinColumn({ name: 'store_id', foreignKeyConstraintName: 'store_changes_store_id_fkey' })
  store?: StoreEntity;

  @Column({ name: 'import_id', type: 'bigint' })
  importId!: string;

  @ManyToOne(() => StoreImportEntity)
  @JoinColumn({ name: 'import_id', foreignKeyConstraintName: 'store_changes_import_id_fkey' })
  import?: StoreImportEntity;

  /** Column of `stores`, e.g. `area_code`. */
  @Column({ name: 'field', type: 'text' })
  field!: string;

  @Column({ name: 'old_value', type: 'text', nullable: true })
  oldValue!: string | null;

  @Column({ name: 'new_value', type: 'text', nullable: true })
  newValue!: string | null;

  @Column({ name: 'changed_at', type: 'timestamptz' })
  changedAt!: Date;
}
