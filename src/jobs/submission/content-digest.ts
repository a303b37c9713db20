import { createHash } from 'node:crypto';
import type { Submission } from './submission.js';

/**
 * Fingerprint of what a submission asks for: SHA-256 of the validated content.
 * Two bodies that differ only in spacing, key order, unknown fields or the
 * time zone of the same instant have the same fingerprint.
 */
export function contentDigest(submission: Submission): Buffer {
  const { priority, reference = null, labels, callbackUrl = null, visits } = submission;
  const hash = createHash('sha256');
  const sortedLabels = Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1));
  hash.update(JSON.stringify([priority, reference, callbackUrl, sortedLabels]));
  for (const { storeId, visitTime, imageUrls } of visits) {
    hash.update(JSON.stringify([storeId, visitTime, imageUrls]));
  }
  return hash.digest();
}
