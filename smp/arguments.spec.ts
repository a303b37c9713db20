import { Arguments } from './arguments.js';
import { COMMANDS } from './commands.js';
import { helpOf, overview } from './help.js';

const commandOf = (name: string) => COMMANDS.find((command) => command.name === name)!;
const parse = (name: string, ...words: string[]) => Arguments.parse(commandOf(name), words);

describe('The arguments of a command', () => {
  it('come in any order, options before and behind what is named', () => {
    const given = parse(
      'submit',
      '--label',
      'a:1',
      'visits.csv',
      '--wait',
      '--label=b:2',
      '--priority',
      '-2',
    );
    expect([
      given.place('file'),
      given.has('wait'),
      given.texts('label'),
      given.wholeNumber('priority'),
    ]).toEqual(['visits.csv', true, ['a:1', 'b:2'], -2]);
    expect([given.text('reference'), given.wholeNumber('limit'), given.texts('code')]).toEqual([
      undefined,
      undefined,
      [],
    ]);
  });

  it('may be a lone "-" for the standard input', () => {
    expect(parse('submit', '-').place('file')).toBe('-');
  });

  it.each([
    [['submit'], '"submit" needs a file.'],
    [['submit', 'a.csv', 'b.csv'], '"submit" does not know what to do with "b.csv".'],
    [['submit', 'a.csv', '--wiat'], "Unknown option '--wiat'."],
    [['submit', 'a.csv', '--reference'], "Option '--reference <value>' argument missing."],
    [['status', '1', '--wait=yes'], "Option '--wait' does not take an argument."],
  ])('are refused when they do not fit: %j', ([name = '', ...words], sentence) => {
    expect(() => parse(name, ...words)).toThrow(new Error(sentence));
  });

  it('are refused when they are no number, or no job', () => {
    expect(() => parse('submit', 'a.csv', '--priority', 'high').wholeNumber('priority')).toThrow(
      '"--priority" must be a whole number, not "high".',
    );
    expect(() => parse('status', '12a').job).toThrow('"12a" is not a job id; a job id is a whole number.');
    expect(parse('status', '12').job).toBe('12');
  });
});

describe('The help', () => {
  it('names every command, and of each every option and an example that can be read', () => {
    for (const command of COMMANDS) {
      expect(overview(COMMANDS)).toContain(`  ${command.name} `);
      const help = helpOf(command);
      for (const option of Object.keys(command.options)) expect(help).toContain(`--${option}`);
      expect(command.examples.length).toBeGreaterThan(0);
      for (const example of command.examples) {
        const [name, ...words] = example.replace(/ <.*/, '').split(' ');
        expect(name).toBe(command.name);
        expect(() => Arguments.parse(command, words)).not.toThrow();
      }
    }
  });
});
