/** A piece of a text; `isHit`: it is what was searched for. */
export interface Piece {
  readonly text: string;
  readonly isHit: boolean;
}

const SPECIAL = /[.*+?^${}()|[\]\\/-]/g;

/** A text cut where it has what was searched for, in any case; the pieces together are the text. */
export function hitsIn(text: string, search: string): Piece[] {
  const wanted = search.trim();
  if (wanted === '') return [{ text, isHit: false }];
  // No `u`, where a backslash before `-` is a fault. Case is left to the pattern: lower case may have another length.
  const pattern = new RegExp(`(${wanted.replace(SPECIAL, '\\$&')})`, 'gi');
  return text
    .split(pattern)
    .map((piece, index) => ({ text: piece, isHit: index % 2 === 1 }))
    .filter((piece) => piece.text !== '');
}
