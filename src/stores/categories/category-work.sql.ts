/** Corrections are learned from together: those of the next few seconds do not each start a pass of their own. */
const LEARN_AFTER_SECONDS = 5;

/** Asks for a pass over all stores, at once; one that is under way begins again. */
export const WANT_NOW = `UPDATE category_work SET wanted = wanted + 1, due_at = now()`;

/** Asks for a pass soon, after the one under way. A pass that is due already is not put off. */
export const WANT_SOON = `UPDATE category_work SET wanted = wanted + 1,
  due_at = CASE WHEN wanted = served THEN now() + interval '${LEARN_AFTER_SECONDS} seconds' ELSE due_at END`;
