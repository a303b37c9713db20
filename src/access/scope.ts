/**
 * What a key may be allowed to do. `submit` does not include `read`: a field app hands in, cancels and retries, and sees no
 * more than how much that comes to, which a dry run tells before.
 */
export const SCOPES = ['read', 'submit', 'admin'] as const;
export type Scope = (typeof SCOPES)[number];

/** Whether somebody with these scopes may do what needs that one; `admin` may do everything. */
export function grants(scopes: readonly Scope[], needed: Scope): boolean {
  return scopes.includes(needed) || scopes.includes('admin');
}
