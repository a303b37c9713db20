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

/** Some 10 ms of learning; then others get their turn. */
const SLICE = 150;

/** What the categoriser of this moment depends on. */
const STATE = `
  SELECT current_database() || '/' || (SELECT max(id) FROM category_rule_versions) || '/' || wanted AS state FROM category_work`;

const CURRENT = `
  SELECT work.wanted, version.id AS "versionId", version.content, (
    SELECT coalesce(json_agg(json_build_object('name', stores.name, 'category', newest.category)), '[]')
    FROM (SELECT * FROM category_overrides ORDER BY set_at DESC, store_id LIMIT ${MAX_CORRECTIONS}) newest
    JOIN stores ON stores.id = newest.store_id
  ) AS corrections
  FROM category_work work CROSS JOIN (SELECT * FROM category_rule_versions ORDER BY id DESC LIMIT 1) version`;

/** From all over the table, and the same ones until rows of it are written anew. Reads only the pages it takes. */
const JUDGED = `
  SELECT name, category FROM stores TABLESAMPLE SYSTEM ((
    SELECT least(100, 100.0 * ${MAX_JUDGED} / greatest(reltuples, 1)) FROM pg_class WHERE oid = 'stores'::regclass
  )) REPEATABLE (1)
  WHERE category_source = 'rule' LIMIT ${MAX_JUDGED}`;

/** The last one that was made: learning takes a second, and all who judge names ask for the same. */
let kept: { readonly state: string; readonly current: CurrentCategoriser } | undefined;

/**
 * The rules in force, with what the corrections of this moment teach.
 *
 * @param candidate a rule file to go by instead of that in force
 * @returns undefined while there are no rules
 */
export async function loadCategoriser(ask: Ask, candidate?: string): Promise<CurrentCategoriser | undefined> {
  const [{ state } = { state: null }] = await ask<{ state: string | null }>(STATE, []);
  if (state !== null && kept?.state === state && candidate === undefined) return kept.current;
  const [read] = await ask<Current>(CURRENT, []);
  if (!read) return undefined;
  const { wanted, versionId, content, corrections } = read;
  const { rules } = rulesOf(readRuleLines(candidate ?? content).lines);
  const categoriser = new Categoriser(rules);
  await inSlices(corrections, (some) => categoriser.learn(some));
  if (corrections.length > 0) await inSlices(await ask(JUDGED, []), (some) => categoriser.hear(some));
  const current = { wanted, versionId, categoriser };
  // Where something has changed since, the next one to ask finds another state.
  if (state !== null && candidate === undefined) kept = { state, current };
  return current;
}

async function inSlices(
  names: readonly NamedCategory[],
  work: (some: readonly NamedCategory[]) => void,
): Promise<void> {
  for (let at = 0; at < names.length; at += SLICE) {
    work(names.slice(at, at + SLICE));
    await new Promise((resolve) => setImmediate(resolve));
  }
}

interface Current {
  readonly wanted: string;
  readonly versionId: string;
  readonly content: string;
  readonly corrections: readonly NamedCategory[];
}
