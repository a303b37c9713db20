import { hitsIn } from './hits.js';
import classes from './marked.module.css';

/** A text in which what was searched for stands out. */
export function Marked({ text, search }: { readonly text: string; readonly search: string }) {
  return hitsIn(text, search).map((piece, index) =>
    piece.isHit ? (
      <mark key={index} className={classes.hit}>
        {piece.text}
      </mark>
    ) : (
      piece.text
    ),
  );
}
