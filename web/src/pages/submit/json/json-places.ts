import { tokenAt } from './json-tokens.js';

/** An object or list that is not closed yet. */
interface Open {
  readonly path: string;
  readonly isList: boolean;
  index: number;
  name: string;
  expectsName: boolean;
}

/**
 * Where values begin, by their path as the service writes it: `visits[3].store_id`.
 *
 * @param text is JSON
 * @param wanted paths to look for
 * @returns offsets; where a name is there twice, of the last one, which is what counts
 */
export function placesOf(text: string, wanted: ReadonlySet<string>): Map<string, number> {
  const places = new Map<string, number>();
  const open: Open[] = [];
  for (let from = 0; ;) {
    const { at, text: token } = tokenAt(text, from);
    if (!token) return places;
    from = at + token.length;
    const top = open.at(-1);
    if (token === '}' || token === ']') open.pop();
    else if (token === ',') next(top);
    else if (token === ':') continue;
    else if (top?.expectsName) {
      top.name = JSON.parse(token) as string;
      top.expectsName = false;
    } else {
      const path = pathIn(top);
      if (wanted.has(path)) places.set(path, at);
      if (token === '{' || token === '[') {
        open.push({ path, isList: token === '[', index: 0, name: '', expectsName: token === '{' });
      }
    }
  }
}

function next(top: Open | undefined): void {
  if (top?.isList) top.index += 1;
  else if (top) top.expectsName = true;
}

function pathIn(top: Open | undefined): string {
  if (!top) return '';
  if (top.isList) return `${top.path}[${top.index}]`;
  return top.path === '' ? top.name : `${top.path}.${top.name}`;
}
