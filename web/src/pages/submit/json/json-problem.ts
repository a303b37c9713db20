import { tokenAt } from './json-tokens.js';

/** Where a text is no JSON, and why. */
export interface JsonProblem {
  /** From 1. */
  readonly line: number;
  readonly column: number;
  readonly sentence: string;
}

type State = 'value' | 'first value' | 'name' | 'first name' | 'colon' | 'more' | 'end';
type Opened = '{' | '[';

const CLOSING: Readonly<Record<Opened, string>> = { '{': '}', '[': ']' };
const THINGS = { value: 'a value', name: 'a name in double quotes', colon: 'a colon', more: 'a comma' };

/**
 * Where and why a text is no JSON. Browsers tell the place sometimes, or never, so we look for
 * it ourselves.
 *
 * @returns undefined when the text is JSON
 */
export function jsonProblem(text: string): JsonProblem | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch {
    const { at, sentence } = firstProblem(text);
    return { ...lineAt(text, at), sentence };
  }
}

/** Line and column of an offset, from 1. */
export function lineAt(text: string, at: number): { line: number; column: number } {
  let line = 1;
  let start = 0;
  for (let end = text.indexOf('\n'); end !== -1 && end < at; end = text.indexOf('\n', start)) {
    line += 1;
    start = end + 1;
  }
  return { line, column: at - start + 1 };
}

function firstProblem(text: string): { at: number; sentence: string } {
  const open: Opened[] = [];
  let state: State = 'value';
  for (let from = 0; ;) {
    const { at, text: token } = tokenAt(text, from);
    const next: State | undefined = token ? stateAfter(state, token, open) : undefined;
    if (!token || !next) {
      return { at, sentence: `Expected ${expectation(state, open.at(-1))}, not ${found(token, text, at)}.` };
    }
    state = next;
    from = at + token.length;
  }
}

/** @returns what may come after the token; undefined when the token itself may not come here */
function stateAfter(state: State, token: string, open: Opened[]): State | undefined {
  const opened = open.at(-1);
  const mayClose = state === 'more' || state.startsWith('first ');
  if (opened && token === CLOSING[opened] && mayClose) open.pop();
  else if (state === 'more' && token === ',') return opened === '{' ? 'name' : 'value';
  else if (state === 'colon' && token === ':') return 'value';
  else if (state.endsWith('name') && token.startsWith('"')) return 'colon';
  else if (!state.endsWith('value') || !/^["{[\-\dtfn]/.test(token)) return undefined;
  else if (token === '{' || token === '[') {
    open.push(token);
    return token === '{' ? 'first name' : 'first value';
  }
  return open.length > 0 ? 'more' : 'end';
}

function expectation(state: State, opened: Opened | undefined): string {
  if (state === 'end') return 'nothing more';
  const thing = THINGS[state.replace('first ', '') as keyof typeof THINGS];
  const mayClose = opened && (state === 'more' || state.startsWith('first '));
  return mayClose ? `${thing} or "${CLOSING[opened]}"` : thing;
}

function found(token: string | undefined, text: string, at: number): string {
  if (token === '') return 'the end';
  if (token?.startsWith('"')) return token.slice(0, 40);
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  return character === '"' ? 'text that is cut off or has a wrong "\\"' : `"${character}"`;
}
