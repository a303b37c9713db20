const SPACE = /[ \t\r\n]*/y;
const STRING = String.raw`"(?:[ !#-[\]-\u{10ffff}]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"`;
const NUMBER = String.raw`-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?`;
const TOKEN = new RegExp(`[{}[\\],:]|true|false|null|${STRING}|${NUMBER}|$`, 'uy');

/** A piece of JSON and where it begins. An empty one is the end; one without text is no JSON at all. */
export interface Token {
  readonly at: number;
  readonly text: string | undefined;
}

/** The next piece of JSON behind the white space at a place. */
export function tokenAt(text: string, from: number): Token {
  SPACE.lastIndex = from;
  const at = from + (SPACE.exec(text)?.[0].length ?? 0);
  TOKEN.lastIndex = at;
  return { at, text: TOKEN.exec(text)?.[0] };
}
