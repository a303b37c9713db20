const SPACE = /[ \t\r\n]*/y;
const STRING = String.raw`"(?:[ !#-[\]-\u{10ffff}]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"`;
const NUMBER = String.raw`-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?`;
const TOKEN = new RegExp(`[{}[\\],:]|true|false|null|${STRING}|${NUMBER}|$`, 'uy');
const CLOSING = { '{': '}', '[': ']' };
const NAMES = { more: 'a comma', name: 'a name in double quotes', colon: 'a colon', end: 'nothing more' };

/**
 * Where and why a text is no JSON. Browsers tell the place sometimes, or never,
 * so we look for it ourselves.
 *
 * @returns `at` (offset) and `message` with line and column from 1; undefined when the text is JSON
 */
export function jsonProblem(text) {
  try {
    JSON.parse(text);
    return undefined;
  } catch {
    const { at, why } = firstProblem(text);
    const lines = text.slice(0, at).split('\n');
    return { at, message: `Line ${lines.length}, column ${lines.at(-1).length + 1}: ${why}` };
  }
}

function firstProblem(text) {
  const open = [];
  let state = 'value';
  for (let at = 0; ;) {
    SPACE.lastIndex = at;
    at = TOKEN.lastIndex = at + SPACE.exec(text)[0].length;
    const token = TOKEN.exec(text)?.[0];
    const next = token && stateAfter(state, token, open);
    if (!next)
      return { at, why: `expected ${expectation(state, open.at(-1))}, not ${found(token, text, at)}.` };
    state = next;
    at += token.length;
  }
}

/** @returns what may come after the token; undefined when the token itself may not come here */
function stateAfter(state, token, open) {
  const closes = token === CLOSING[open.at(-1)];
  if (closes && (state === 'more' || state.startsWith('first '))) open.pop();
  else if (state === 'more' && token === ',') return open.at(-1) === '{' ? 'name' : 'value';
  else if (state === 'colon' && token === ':') return 'value';
  else if (state.endsWith('name') && token.startsWith('"')) return 'colon';
  else if (!state.endsWith('value') || !/^["{[\-\dtfn]/.test(token)) return undefined;
  else if (token in CLOSING) return open.push(token) && (token === '{' ? 'first name' : 'first value');
  return open.length > 0 ? 'more' : 'end';
}

function expectation(state, opened) {
  const thing = NAMES[state.replace('first ', '')] ?? 'a value';
  const mayClose = state === 'more' || state.startsWith('first ');
  return mayClose ? `${thing} or "${CLOSING[opened]}"` : thing;
}

function found(token, text, at) {
  if (token === '') return 'the end';
  if (token?.startsWith('"')) return token.slice(0, 40);
  const character = String.fromCodePoint(text.codePointAt(at));
  return character === '"' ? 'text that is cut off or has a wrong "\\"' : `"${character}"`;
}
