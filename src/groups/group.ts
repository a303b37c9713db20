import type { Rule } from './rule/rule.js';

/** What a group consists of: stores that fit a rule, or those of a list. */
export type Definition = { readonly rule: Rule } | { readonly storeIds: readonly string[] };

export interface GroupFields {
  readonly name: string;
  readonly description: string;
  readonly definition: Definition;
}

/** What is to become of a group; what is not mentioned stays as it is. */
export interface GroupChanges extends Partial<GroupFields> {
  /** The version that whoever asks has seen; when there is a newer one, nothing is changed. */
  readonly seenVersion?: number;
}

/** What a group is to go back to. */
export interface GroupRestore {
  /** Of a deleted group the last one, unless one is named. */
  readonly version?: number;
  /** As in a change. */
  readonly seenVersion?: number;
}

export interface NamedGroup {
  readonly id: string;
  readonly name: string;
}

/** A named set of stores, without the stores. */
export interface Group extends NamedGroup {
  readonly description: string;
  /** Null for a list. */
  readonly rule: Rule | null;
  /** Groups the rule names. */
  readonly uses: readonly NamedGroup[];
  /** 1, 2, 3 .. with each change. */
  readonly version: number;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly updatedBy: string;
  readonly updatedAt: Date;
  readonly deletedAt: Date | null;
}

/** A group as it was. */
export interface GroupVersion {
  readonly version: number;
  readonly name: string;
  readonly description: string;
  readonly rule: Rule | null;
  /** Stores on the list; null for a rule. */
  readonly listed: number | null;
  readonly restoredFrom: number | null;
  readonly changedBy: string;
  readonly changedAt: Date;
}

/** How many stores there are in a group right now. */
export interface GroupSize {
  readonly stores: number;
  readonly activeStores: number;
  /** False while a rule asks how names sound, and names of an import have still to be read. */
  readonly isComplete: boolean;
}

/** A store as far as groups look at it. */
export interface GroupStore {
  readonly id: string;
  readonly name: string;
  readonly areaCode: string;
  readonly active: boolean;
  readonly category: string;
  readonly tags: readonly string[];
}

export interface GroupPreview extends GroupSize {
  /** By id. */
  readonly first: readonly GroupStore[];
}

/** How stores come to a list. */
export const MEMBER_MODES = ['add', 'remove', 'replace'] as const;
export type MemberMode = (typeof MEMBER_MODES)[number];

/** What a change of a list did. */
export interface MemberCounts {
  readonly added: number;
  readonly removed: number;
}

/** The same, and the version the group has since; without a change, the one it had. */
export interface MembersChange extends MemberCounts {
  readonly version: number;
}

/** Whether a text can be an id at all; anything else would be an error of the database. */
export function isGroupId(text: string): boolean {
  return /^[1-9]\d{0,17}$/.test(text);
}
