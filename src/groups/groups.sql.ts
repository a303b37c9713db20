import { recordBy, type AuditAction } from '../access/audit/record-by.js';

/** Versions of a group that are kept; each may have a list of 100,000 ids. */
export const MAX_VERSIONS = 100;

const COLUMNS = `g.id, g.name, g.description, g.rule, g.version, g.created_by AS "createdBy", g.created_at AS "createdAt",
  g.updated_by AS "updatedBy", g.updated_at AS "updatedAt", g.deleted_at AS "deletedAt",
  (SELECT coalesce(json_agg(json_build_object('id', u.id::text, 'name', u.name) ORDER BY lower(u.name)), '[]')
    FROM store_groups u WHERE u.id = ANY (g.uses)) AS uses`;

export const FIND_GROUP = `SELECT ${COLUMNS} FROM store_groups g WHERE g.id = $1`;

/** $1 whether deleted ones, $2 part of the name or NULL, $3 and $4 name and id of the last one seen or NULL, $5 how many. */
export const LIST_GROUPS = `
  SELECT ${COLUMNS}, lower(g.name) AS "sortName" FROM store_groups g
  WHERE (g.deleted_at IS NOT NULL) = $1 AND ($2::text IS NULL OR g.name ILIKE $2 OR g.description ILIKE $2)
    AND ($3::text IS NULL OR (lower(g.name), g.id) > ($3, $4::bigint))
  ORDER BY lower(g.name), g.id LIMIT $5`;

/** Every group that is needed to evaluate those with the ids $1. */
export const EVALUATED = `
  WITH RECURSIVE needed AS (
    SELECT id, rule, uses, version FROM store_groups WHERE id = ANY ($1::bigint[]) AND deleted_at IS NULL
    UNION
    SELECT g.id, g.rule, g.uses, g.version FROM needed
    JOIN store_groups g ON g.id = ANY (needed.uses) AND g.deleted_at IS NULL
  )
  SELECT id, rule, version FROM needed`;

/** Groups that name the group $1 in their rules. */
export const USERS = `
  SELECT id, name FROM store_groups WHERE $1::bigint = ANY (uses) AND deleted_at IS NULL ORDER BY lower(name)`;

/** $1 the group, $2 only versions before this one or NULL, $3 how many. */
export const LIST_VERSIONS = `
  SELECT version, name, description, rule, cardinality(store_ids) AS listed, restored_from AS "restoredFrom",
    changed_by AS "changedBy", changed_at AS "changedAt"
  FROM store_group_versions WHERE group_id = $1 AND ($2::bigint IS NULL OR version < $2)
  ORDER BY version DESC LIMIT $3`;

export const INSERT_GROUP = `
  INSERT INTO store_groups (name, description, rule, uses, created_by, updated_by)
  VALUES ($1, $2, $3, $4, $5, $5) RETURNING id`;

/** $1 the group, $2 to $5 what it becomes, $6 who changes it. */
export const UPDATE_GROUP = `
  UPDATE store_groups SET name = $2, description = $3, rule = $4, uses = $5, updated_by = $6, updated_at = now(),
    version = version + 1
  WHERE id = $1`;

export const SET_DELETED = `
  UPDATE store_groups SET deleted_at = CASE WHEN $2::boolean THEN now() END, updated_by = $3, updated_at = now() WHERE id = $1`;

/** $1 the group, $2 ids. @returns nothing; the counts are those of the statements */
export const ADD_MEMBERS = `
  INSERT INTO store_group_members (group_id, store_id) SELECT $1::bigint, unnest($2::text[]) ON CONFLICT DO NOTHING
  RETURNING 1`;

export const REMOVE_MEMBERS = `
  DELETE FROM store_group_members WHERE group_id = $1 AND store_id IN (SELECT unnest($2::text[])) RETURNING 1`;

export const KEEP_MEMBERS = `
  DELETE FROM store_group_members m WHERE m.group_id = $1
    AND NOT EXISTS (SELECT FROM unnest($2::text[]) AS kept (id) WHERE kept.id = m.store_id) RETURNING 1`;

/** Keeps the group $1 as it is now as its newest version. $2 the version that was restored, $3 who. */
export const KEEP_VERSION = `
  INSERT INTO store_group_versions (group_id, version, name, description, rule, store_ids, restored_from, changed_by)
  SELECT g.id, g.version, g.name, g.description, g.rule,
    CASE WHEN g.rule IS NULL THEN ARRAY(SELECT store_id FROM store_group_members WHERE group_id = g.id ORDER BY store_id) END,
    $2::integer, $3
  FROM store_groups g WHERE g.id = $1`;

export const FORGET_VERSIONS = `
  DELETE FROM store_group_versions v USING store_groups g
  WHERE v.group_id = $1 AND g.id = $1 AND v.version <= g.version - ${MAX_VERSIONS}`;

/** $1 the group, $2 what is said about it, $3..$6 who does it. */
export function auditGroup(action: AuditAction): string {
  return `${recordBy(3, action)}, id::text, jsonb_build_object('name', name, 'version', version) || $2::jsonb
    FROM store_groups WHERE id = $1`;
}
