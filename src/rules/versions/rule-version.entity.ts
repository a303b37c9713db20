import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { RuleSet } from '../judging/rule-set.js';

/** A rule set as it was saved once; the newest one is in force. */
@Entity('rule_versions')
@Check('rule_versions_version_check', `version > 0`)
export class RuleVersionEntity {
  /** 1, 2, 3 .. */
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'rule_versions_pkey' })
  readonly version!: number;

  @Column('jsonb')
  readonly rules!: RuleSet;

  /** Why, in the words of whoever saved it. */
  @Column('text', { default: '' })
  readonly comment!: string;

  /** The version that was made current again by this one. */
  @Column('integer', { name: 'restored_from', nullable: true })
  readonly restoredFrom!: number | null;

  /** Name of the API key; without one `open`, `cli` or `start`. */
  @Column('text')
  readonly actor!: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'clock_timestamp()' })
  readonly createdAt!: Date;
}
