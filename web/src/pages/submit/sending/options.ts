import type { Extras } from './submission.js';

/** Options as they are typed. */
export interface Options {
  readonly reference: string;
  /** `name:value` each. */
  readonly labels: readonly string[];
  readonly priority: number;
  readonly callbackUrl: string;
}

export const NO_OPTIONS: Options = { reference: '', labels: [], priority: 0, callbackUrl: '' };

/** Most letters of a reference. */
export const MAX_REFERENCE = 200;

/** What does not fit, by field. */
export function optionProblems({ labels, callbackUrl }: Options): Partial<Record<keyof Options, string>> {
  const odd = labels.find((label) => label.indexOf(':') < 1);
  const url = callbackUrl.trim();
  return {
    ...(odd !== undefined && { labels: `A label is written as name:value, not "${odd}".` }),
    ...(url !== '' &&
      !isWebAddress(url) && { callbackUrl: 'This must be a web address: http:// or https://' }),
  };
}

/** @param options without problems */
export function extrasOf({ reference, labels, priority, callbackUrl }: Options): Extras {
  return {
    ...(reference.trim() !== '' && { reference: reference.trim() }),
    ...(labels.length > 0 && { labels: Object.fromEntries(labels.map(toLabel)) }),
    ...(priority !== 0 && { priority }),
    ...(callbackUrl.trim() !== '' && { callback_url: callbackUrl.trim() }),
  };
}

/** What is set, in a few words: `reference north, priority 2`. */
export function sayOptions({ reference, labels, priority, callbackUrl }: Options): string {
  const parts = [
    reference.trim() !== '' && `reference ${reference.trim()}`,
    labels.length > 0 && labels.join(', '),
    priority !== 0 && `priority ${priority}`,
    callbackUrl.trim() !== '' && 'callback',
  ];
  return parts.filter(Boolean).join(' · ');
}

export function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text);
}

function toLabel(text: string): [name: string, value: string] {
  const colon = text.indexOf(':');
  return [text.slice(0, colon).trim(), text.slice(colon + 1).trim()];
}
