import { useEffect, useState } from 'react';
import { readVisits, type CsvContent } from './csv-visits.js';

export interface CsvReading {
  /** Undefined while it is being read. */
  readonly content: CsvContent | undefined;
  /** 0 to 1. */
  readonly share: number;
}

interface State extends CsvReading {
  readonly text: string | null;
}

const NOTHING_READ: State = { text: null, content: undefined, share: 0 };

/** Reads a file piece by piece, anew whenever there is another one. */
export function useCsv(text: string | null): CsvReading {
  const [state, setState] = useState(NOTHING_READ);
  useEffect(() => {
    if (text === null) return;
    const end = new AbortController();
    readVisits(text, (share) => setState({ text, content: undefined, share }), end.signal).then(
      (content) => setState({ text, content, share: 1 }),
      () => undefined, // nobody wants to know any more
    );
    return () => end.abort();
  }, [text]);
  return state.text === text ? state : NOTHING_READ;
}
