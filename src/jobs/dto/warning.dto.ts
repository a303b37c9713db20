/** A rule that an image does not meet, and that lets it pass. */
export class WarningDto {
  /** @example "RULE_MIN_WIDTH" */
  readonly code!: string;

  /** @example "It does not meet a rule: it is 480 pixels wide, where at least 640 is asked for." */
  readonly message!: string;
}

/** The query value that chooses images by their warnings. */
export const WARNING = {
  name: 'warning',
  required: false,
  example: 'RULE_MIN_WIDTH',
  description: 'Only images that were measured with this warning; `any`: with whatever warning.',
};
