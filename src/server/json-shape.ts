import { randomBytes } from 'node:crypto';
import { InvalidInputError } from '../common/domain-error.js';

/** A submit nests four deep, with fields nobody knows a few more. */
const MAX_DEPTH = 32;

/** Different fields, each counted once for every order in which it follows others; thousands are nobody's data. */
const MAX_SHAPES = 10_000;

const [QUOTE, BACKSLASH, COMMA, COLON] = [0x22, 0x5c, 0x2c, 0x3a];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];

/** Drawn anew for each process, so that nobody can prepare names whose hashes are equal. */
const SEED = randomBytes(4).readInt32LE();
const FNV_PRIME = 0x01000193;

/**
 * Refuses JSON that is cheap to send and dear to parse: 16 million lists inside
 * one another are 32 MB of text and a gigabyte of objects; a million different
 * field names keep the only thread busy for ten seconds, because V8 makes a
 * hidden class of each. So it is the text that is looked at, before anything is
 * built; whether it is JSON at all, the parser decides.
 *
 * @param maxValues most values, lists and objects included
 * @throws InvalidInputError `JSON_TOO_DEEP` or `JSON_TOO_COMPLEX`
 */
export function assertModestJson(text: Buffer, maxValues: number): void {
  const shapes = new Set<number>();
  /** Hash of the fields so far, for each object that is open. */
  const shapeAt = new Int32Array(MAX_DEPTH + 1);
  let depth = 0;
  let values = 0;
  let [stringFrom, stringTo] = [0, 0];
  for (let at = 0; at < text.length; at += 1) {
    switch (text[at]) {
      case QUOTE:
        stringFrom = at + 1;
        stringTo = at = endOfString(text, stringFrom);
        break;
      case OPEN_LIST:
      case OPEN_OBJECT:
        depth += 1;
        if (depth > MAX_DEPTH) throw tooDeep();
        shapeAt[depth] = SEED;
        if (++values > maxValues) throw tooComplex(`${maxValues} values`);
        break;
      case CLOSE_LIST:
      case CLOSE_OBJECT:
        depth -= 1;
        break;
      case COMMA:
        if (++values > maxValues) throw tooComplex(`${maxValues} values`);
        break;
      case COLON:
        shapeAt[depth] = hash(text, stringFrom, stringTo, shapeAt[depth] ?? SEED);
        shapes.add(shapeAt[depth] ?? 0);
        if (shapes.size > MAX_SHAPES) throw tooComplex(`${MAX_SHAPES} different fields`);
        break;
    }
  }
}

/** @returns where the string ends whose first character is at `start`; the end of the text if it does not */
function endOfString(text: Buffer, start: number): number {
  let at = start;
  while (at < text.length && text[at] !== QUOTE) at += text[at] === BACKSLASH ? 2 : 1;
  return at;
}

/** FNV-1a, going on from the hash of what came before. */
function hash(text: Buffer, from: number, to: number, before: number): number {
  let value = Math.imul(before ^ (to - from), FNV_PRIME);
  for (let at = from; at < to; at += 1) value = Math.imul(value ^ (text[at] ?? 0), FNV_PRIME);
  return value;
}

function tooDeep(): InvalidInputError {
  return new InvalidInputError(`The JSON nests deeper than ${MAX_DEPTH} levels.`, 'JSON_TOO_DEEP');
}

function tooComplex(limit: string): InvalidInputError {
  return new InvalidInputError(`The JSON has more than ${limit}.`, 'JSON_TOO_COMPLEX');
}
