import { Check, Column, CreateDateColumn, Entity, Index, PrimaryColumn, UpdateDateColumn } from 'typeorm';
import type { Category, CategorySource } from './categories/category.js';

/** One shop of the Store Master. */
@Entity('stores')
@Index('stores_area_code_idx', { synchronize: false }) // covers `active`, which a decorator cannot say
@Index('stores_search_idx', { synchronize: false }) // trigrams, likewise
@Index('stores_category_idx', { synchronize: false }) // covers `category_source`, likewise
@Index('stores_tags_idx', { synchronize: false }) // GIN, likewise
@Check('stores_latitude_check', `latitude BETWEEN -90 AND 90`)
@Check('stores_longitude_check', `longitude BETWEEN -180 AND 180`)
@Check('stores_coordinates_whole_check', `num_nulls(latitude, longitude, coordinates_source) IN (0, 3)`)
@Check('stores_category_confidence_check', `category_confidence BETWEEN 0 AND 1`)
@Check('stores_category_source_check', `category_source IN ('none', 'rule', 'learned', 'hand')`)
export class StoreEntity {
  @PrimaryColumn({ name: 'id', type: 'text', primaryKeyConstraintName: 'stores_pkey' })
  id!: string;

  @Column({ name: 'name', type: 'text' })
  name!: string;

  @Column({ name: 'area_code', type: 'text' })
  areaCode!: string;

  @Column({ name: 'active', type: 'boolean', default: true })
  active!: boolean;

  @Column({ name: 'latitude', type: 'double precision', nullable: true })
  latitude!: number | null;

  @Column({ name: 'longitude', type: 'double precision', nullable: true })
  longitude!: number | null;

  /** `sample` came with our own seed and gives way to anything better; `import` came with a file. */
  @Column({ name: 'coordinates_source', type: 'text', nullable: true })
  coordinatesSource!: string | null;

  @Column({ name: 'category', type: 'text', default: 'unknown' })
  category!: Category;

  /** How sure the category is, 0 to 1. */
  @Column({ name: 'category_confidence', type: 'real', default: 0 })
  categoryConfidence!: number;

  /** A sentence; empty where nobody has looked yet. */
  @Column({ name: 'category_reason', type: 'text', default: '' })
  categoryReason!: string;

  @Column({ name: 'category_source', type: 'text', default: 'none' })
  categorySource!: CategorySource;

  /** Words that people gave it: sorted, each once. */
  @Column({ name: 'tags', type: 'text', array: true, default: [] })
  tags!: string[];

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @UpdateDateColumn({ name: 'updated_at', type: 'timestamptz' })
  updatedAt!: Date;
}
