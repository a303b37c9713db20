import { validateSync } from 'class-validator';
import { InvalidInputError } from '../../common/domain-error.js';
import { readWebhookUrl } from '../../outbound/webhook-url.js';
import { SubmitJobRequest } from '../dto/submit-job.dto.js';
import { VisitCountMismatchError } from '../jobs.errors.js';
import type { Submission } from './submission.js';
import { assertStorable, checkVisits } from './visit-checker.js';

type Envelope = Omit<SubmitJobRequest, 'visits'>;

/**
 * Reads the body of a submit.
 *
 * @param body whatever JSON the caller sent
 * @throws InvalidInputError, VisitCountMismatchError or JobTooLargeError with the first problem found
 */
export async function readSubmission(body: unknown, maxImages: number): Promise<Submission> {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new InvalidInputError('The request body must be a JSON object with "count" and "visits".');
  }
  const { visits: rawVisits, ...rest } = body as Record<string, unknown>;
  if (rawVisits === undefined) throw new InvalidInputError('"visits" is missing.');
  const envelope = checkEnvelope(rest);
  const visits = await checkVisits(rawVisits, maxImages);
  if (envelope.count !== visits.length) throw new VisitCountMismatchError(envelope.count, visits.length);
  return {
    visits,
    priority: envelope.priority ?? 0,
    labels: envelope.labels ?? {},
    // null counts as "not given", as it does for every optional field.
    ...(envelope.reference != null && { reference: envelope.reference }),
    ...(envelope.callback_url != null && { callbackUrl: envelope.callback_url }),
  };
}

function checkEnvelope({
  count,
  priority,
  reference,
  labels,
  callback_url,
}: Record<string, unknown>): Envelope {
  if (count === undefined) throw new InvalidInputError('"count" is missing.');
  const envelope = Object.assign(new SubmitJobRequest(), {
    count,
    priority,
    reference,
    labels,
    callback_url,
  });
  const [problem] = validateSync(envelope, { stopAtFirstError: true });
  const [sentence] = Object.values(problem?.constraints ?? {});
  if (sentence !== undefined) throw new InvalidInputError(sentence);
  if (typeof reference === 'string') assertStorable(reference, '"reference"');
  const callbackUrl = callback_url == null ? undefined : readWebhookUrl(callback_url, 'callback_url');
  for (const text of Object.entries(envelope.labels ?? {}).flat()) assertStorable(text, '"labels"');
  return { ...envelope, ...(callbackUrl !== undefined && { callback_url: callbackUrl }) };
}
