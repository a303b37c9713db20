import { parseCursor, parseLimit } from '../../common/http/cursor.js';
import { InvalidInputError } from '../../common/domain-error.js';
import { textFrom, wordFrom, type Query } from '../../common/http/query.js';
import { readRuleSet } from '../../rules/judging/rule-set-reader.js';
import type { RuleSet } from '../../rules/judging/rule-set.js';
import { CATEGORIES } from '../../stores/categories/category.js';
import { figuresRangeFrom } from '../figures/figures-range.js';
import type { ReplayPage, ReplayScope } from './replay.repository.js';
import { REPLAYED_EFFECTS } from './replay.sql.js';

/** How far back a replay goes when nobody says so, and how much time it looks at. */
const DAYS = { defaultDays: 30, maxDays: 92 };

export interface ReplayRequest {
  readonly rules: RuleSet;
  /** Without the group, which others know. */
  readonly scope: Omit<ReplayScope, 'group'>;
  /** Id of a group. */
  readonly group?: string;
  /** The first has the counts, too. */
  readonly page: ReplayPage;
}

/** @throws InvalidInputError naming the field that does not fit */
export function readReplay(body: unknown): ReplayRequest {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new InvalidInputError('The request body must be a JSON object.');
  const fields = body as Query;
  const { from, before } = figuresRangeFrom(fields, DAYS);
  const limit = fields['limit'];
  return {
    rules: readRuleSet(fields['rules']),
    scope: {
      from: from.toISOString(),
      before: before.toISOString(),
      category: wordFrom(fields, 'category', CATEGORIES),
      storeId: textFrom(fields, 'store_id'),
      areaCode: textFrom(fields, 'area_code'),
    },
    group: textFrom(fields, 'group'),
    page: {
      effect: wordFrom(fields, 'effect', REPLAYED_EFFECTS),
      after: parseCursor(fields['cursor'], ['digits', 'count']) ?? [],
      limit: parseLimit(typeof limit === 'number' ? String(limit) : limit),
    },
  };
}
