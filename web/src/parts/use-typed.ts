import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';

/** A text that is typed, and takes effect when typing pauses. */
export interface Typed {
  readonly text: string;
  readonly type: (text: string) => void;
  /** Empties it at once. */
  readonly clear: () => void;
}

/**
 * @param value what is in effect, as the address says
 * @param apply called with the text without space around it
 */
export function useTyped(value: string, apply: (text: string) => void, pauseMs: number): Typed {
  const [text, setText] = useState(value);
  const [seen, setSeen] = useState(value);
  // What was told and has not come back yet: a new address takes a moment, and more may be typed meanwhile.
  const [told, setTold] = useState<readonly string[]>([]);
  if (value !== seen) {
    setSeen(value);
    const place = told.indexOf(value);
    setTold(told.slice(place + 1));
    // Somebody else changed it, as the way back in the browser's history does.
    if (place < 0) setText(value);
  }
  const tell = (typed: string) => {
    const wanted = typed.trim();
    if (wanted !== value) setTold((before) => [...before, wanted]);
    apply(wanted);
  };
  const tellSoon = useDebouncedCallback(tell, pauseMs);
  const type = (typed: string) => {
    setText(typed);
    tellSoon(typed);
  };
  const clear = () => {
    tellSoon.cancel();
    setText('');
    tell('');
  };
  return { text, type, clear };
}
