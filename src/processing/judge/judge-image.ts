import { quote } from '../../common/quote.js';
import type { ClaimedRange, ImageTask } from '../../jobs/queue/lease.js';
import type { Judged, Seen } from '../../jobs/queue/outcome.js';
import { judge } from '../../rules/judging/judge.js';
import { criteriaOf } from '../../rules/judging/rule-set.js';
import { RejectedError } from './rejected-error.js';

/**
 * Holds an image that was opened against the rules for the category of its store.
 *
 * @returns the rules it does not meet, and that let it pass
 * @throws RejectedError when one does not; the first of them gives the code
 */
export function judgeImage(
  { storeId, category, visitImages }: ImageTask,
  seen: Seen,
  { rules, rulesVersion }: Pick<ClaimedRange, 'rules' | 'rulesVersion'>,
): Judged {
  const { sharpness = null, brightness = null } = seen;
  const breaches = judge({ ...seen, sharpness, brightness, visitImages }, criteriaOf(rules, category));
  const warnings = breaches
    .filter(({ effect }) => effect === 'warn')
    .map(({ code, reason }) => {
      return { code, message: `The image of store ${quote(storeId)} does not meet a rule: ${reason}.` };
    });
  const judged = { rulesVersion, warnings };
  const rejecting = breaches.filter(({ effect }) => effect === 'reject');
  const [first] = rejecting;
  if (!first) return judged;
  const reasons = rejecting.map(({ reason }) => reason).join('; ');
  throw new RejectedError(first.code, `was rejected by a rule: ${reasons}.`, seen, judged);
}
