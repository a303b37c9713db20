/** Who does something without a key. */
const KEYLESS: Readonly<Record<string, string>> = {
  open: 'somebody',
  cli: 'the command line',
  start: 'the service',
};

/** The name of the key that was used, or what there was instead, for the middle of a sentence. */
export function sayMaker(name: string): string {
  return KEYLESS[name] ?? name;
}
