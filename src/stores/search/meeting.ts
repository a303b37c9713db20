/** How a word of the question met one of the name. */
export type Way = 'same' | 'sound' | 'typo' | 'beginning' | 'trade' | 'initials' | 'together' | 'category';

/** Words of the question and words of the name that stand for each other. */
export interface Meeting {
  /** Places in the question and in the name; none in a name whose category alone says it. */
  readonly asked: readonly number[];
  readonly found: readonly number[];
  /** How well, 0 to 1. */
  readonly likeness: number;
  readonly way: Way;
}

/** How well two single words meet, and how. */
export type WordMeeting = Pick<Meeting, 'likeness' | 'way'>;
