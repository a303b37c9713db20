import { ValidateBy, type ValidationArguments } from 'class-validator';

const MAX_LABELS = 20;
const MAX_NAME = 63;
const MAX_VALUE = 200;

/** An object whose values are all strings: at most 20, names up to 63 and values up to 200 characters. */
export function IsFlatStrings(): PropertyDecorator {
  return ValidateBy({
    name: 'isFlatStrings',
    validator: {
      validate: (value: unknown) => problemOf(value) === undefined,
      defaultMessage: (args?: ValidationArguments) => `"${args?.property}" ${problemOf(args?.value)}`,
    },
  });
}

function problemOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return 'must be an object of strings.';
  }
  const entries = Object.entries(value);
  if (entries.length > MAX_LABELS) return `may have at most ${MAX_LABELS} entries.`;
  for (const [name, text] of entries) {
    if (name === '' || name.length > MAX_NAME) return `must have names of 1 to ${MAX_NAME} characters.`;
    if (typeof text !== 'string') return 'must have strings as values.';
    if (text.length > MAX_VALUE) return `must have values of at most ${MAX_VALUE} characters.`;
  }
  return undefined;
}
