/** The rules as they were at a time. The newest is in force. */
export interface RuleVersion {
  /** Decimal digits; they grow. */
  readonly id: string;
  /** How many rules it has. */
  readonly rules: number;
  readonly comment: string;
  /** The version that was made current again by this one. */
  readonly copyOf: string | null;
  readonly madeBy: string;
  readonly madeAt: Date;
}

/** With the rules themselves, as a rule file. */
export interface RuleVersionContent extends RuleVersion {
  readonly content: string;
}

/** What somebody wants the rules to be. */
export interface NewRules {
  /** As a rule file, without problems. */
  readonly content: string;
  readonly rules: number;
  readonly comment: string;
}
