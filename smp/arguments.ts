import { parseArgs } from 'node:util';
import type { Command } from './command.js';
import { UsageProblem } from './exit.js';

type Values = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;

/** What was typed behind the name of a command. */
export class Arguments {
  private constructor(
    private readonly places: Readonly<Record<string, string>>,
    private readonly values: Values,
  ) {}

  /** @throws UsageProblem naming what is missing, unknown or too much */
  static parse({ name, places, options }: Command, words: readonly string[]): Arguments {
    const known = Object.entries(options).map(([option, { value, multiple = false, short }]) => {
      const type = value === undefined ? ('boolean' as const) : ('string' as const);
      return [option, { type, multiple, ...(short !== undefined && { short }) }] as const;
    });
    const { positionals, values } = parse(joinNegative(words), Object.fromEntries(known));
    const missing = places[positionals.length];
    if (missing !== undefined) throw new UsageProblem(`"${name}" needs a ${missing}.`);
    const extra = positionals[places.length];
    if (extra !== undefined) throw new UsageProblem(`"${name}" does not know what to do with "${extra}".`);
    return new Arguments(
      Object.fromEntries(places.map((place, index) => [place, positionals[index] ?? ''])),
      values,
    );
  }

  place(name: string): string {
    return this.places[name] ?? '';
  }

  /** Whether a switch is on. */
  has(option: string): boolean {
    return this.values[option] === true;
  }

  text(option: string): string | undefined {
    const value = this.values[option];
    return typeof value === 'string' ? value : undefined;
  }

  /** Values of an option that may be repeated. */
  texts(option: string): string[] {
    return [this.values[option] ?? []].flat().map(String);
  }

  wholeNumber(option: string): number | undefined {
    const text = this.text(option);
    if (text === undefined || /^-?\d{1,9}$/.test(text)) return text === undefined ? undefined : Number(text);
    throw new UsageProblem(`"--${option}" must be a whole number, not "${text}".`);
  }

  /** The job that was named. */
  get job(): string {
    const text = this.place('job');
    if (/^\d{1,19}$/.test(text)) return text;
    throw new UsageProblem(`"${text}" is not a job id; a job id is a whole number.`);
  }
}

type OptionTypes = Record<string, { type: 'boolean' | 'string'; multiple: boolean; short?: string }>;

function parse(args: string[], options: OptionTypes): { positionals: string[]; values: Values } {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    // Its first sentence says what is wrong; the others are about programming.
    throw new UsageProblem(`${(error as Error).message.split(/\. |\n/)[0]?.replace(/\.$/, '')}.`);
  }
}

/** `--priority -2` means a number, though it begins like an option. */
function joinNegative(words: readonly string[]): string[] {
  return words.reduce<string[]>((joined, word) => {
    const before = joined.at(-1);
    if (before?.startsWith('--') && !before.includes('=') && /^-\d/.test(word)) {
      return [...joined.slice(0, -1), `${before}=${word}`];
    }
    return [...joined, word];
  }, []);
}
