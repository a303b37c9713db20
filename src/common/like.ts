/** A text as a piece of a LIKE or ILIKE pattern: what has a meaning there stands for itself. */
export function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
