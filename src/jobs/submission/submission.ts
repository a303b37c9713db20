/** One store at one time, as it was submitted and found valid. */
export interface SubmittedVisit {
  readonly storeId: string;
  /** ISO 8601 in UTC. */
  readonly visitTime: string;
  readonly imageUrls: readonly string[];
}

/** A whole job, as it was submitted and found valid. */
export interface Submission {
  readonly visits: readonly SubmittedVisit[];
  readonly priority: number;
  readonly reference?: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly callbackUrl?: string;
}

/** The same with the dispatch priority of each visit; without them all are the same. */
export interface OrderedSubmission extends Submission {
  readonly priorities?: readonly number[];
}

/** How many images the submission asks for. */
export function imageCount({ visits }: Pick<Submission, 'visits'>): number {
  return visits.reduce((sum, visit) => sum + visit.imageUrls.length, 0);
}
