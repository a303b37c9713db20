import { Categoriser, type NamedCategory } from './categoriser.js';
import { readRuleLines, rulesOf } from './rules/rule-csv.js';

/** Asks the database, over whatever connection. */
export type Ask = <Row>(text: string, values: readonly unknown[]) => Promise<Row[]>;

/** What categorises stores now, and the count of `category_work.wanted` it belongs to. */
export interface CurrentCategoriser {
  readonly wanted: string;
  readonly versionId: string;
  readonly categoriser: Categoriser;
}

/** The newest corrections that are learned from; a thousand a day are forgotten after three weeks. */
const MAX_CORRECTIONS = 20_000;
/** Stores judged by rules that are heard against what corrections seem to teach. */
const MAX_JUDGED = 10_000;

const CURRENT = `
  SELECT work.wanted, version.id AS "versionId", version.content, (
    SELECT coalesce(json_agg(json_build_object('name', stores.name, 'category', newest.category)), '[]')
    FROM (SELECT * FROM category_overrides ORDER BY set_at DESC, store_id LIMIT ${MAX_CORRECTIONS}) newest
    JOIN stores ON stores.id = newest.store_id
  ) AS corrections
  FROM category_work work CROSS JOIN (SELECT * FROM category_rule_versions ORDER BY id DESC LIMIT 1) version`;

/** Always the same stores, as long as the table is the same, from all over it. */
const JUDGED = `
  SELECT name, category FROM stores TABLESAMPLE BERNOULLI ((
    SELECT least(100, 100.0 * ${MAX_JUDGED} / greatest(reltuples, 1)) FROM pg_class WHERE oid = 'stores'::regclass
  )) REPEATABLE (1)
  WHERE category_source = 'rule' LIMIT ${MAX_JUDGED}`;

/**
 * The rules in force, with what the corrections of this moment teach.
 *
 * @param candidate a rule file to go by instead of that in force
 * @returns undefined while there are no rules
 */
export async function loadCategoriser(ask: Ask, candidate?: string): Promise<CurrentCategoriser | undefined> {
  const [current] = await ask<Current>(CURRENT, []);
  if (!current) return undefined;
  const { wanted, versionId, content, corrections } = current;
  const judged = corrections.length > 0 ? await ask<NamedCategory>(JUDGED, []) : [];
  const { rules } = rulesOf(readRuleLines(candidate ?? content).lines);
  return { wanted, versionId, categoriser: new Categoriser(rules, corrections, judged) };
}

interface Current {
  readonly wanted: string;
  readonly versionId: string;
  readonly content: string;
  readonly corrections: readonly NamedCategory[];
}
