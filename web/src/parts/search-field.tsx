import { CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback, useHotkeys } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useRef, useState } from 'react';

const TYPING_MS = 150;

interface SearchFieldProps {
  readonly label: string;
  readonly placeholder: string;
  /** What is searched for right now. */
  readonly value: string;
  /** Called when typing pauses, with the text without space around it. */
  readonly onSearch: (text: string) => void;
}

/** Searches while one types; a slash leads here from anywhere on the page. */
export function SearchField({ label, placeholder, value, onSearch }: SearchFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(value);
  const [seen, setSeen] = useState(value);
  // What was told and has not come back yet: a new address takes a moment, and more may be typed meanwhile.
  const [told, setTold] = useState<readonly string[]>([]);
  if (value !== seen) {
    setSeen(value);
    const place = told.indexOf(value);
    setTold(told.slice(place + 1));
    // Somebody else changed it, as the way back in the browser's history does.
    if (place < 0) setTyped(value);
  }
  const tell = (text: string) => {
    const search = text.trim();
    if (search !== value) setTold((before) => [...before, search]);
    onSearch(search);
  };
  const tellSoon = useDebouncedCallback(tell, TYPING_MS);
  const clear = () => {
    tellSoon.cancel();
    setTyped('');
    tell('');
    field.current?.focus();
  };
  useHotkeys([['/', () => field.current?.focus()]]);
  return (
    <TextInput
      ref={field}
      role="searchbox"
      inputMode="search"
      aria-label={label}
      placeholder={placeholder}
      value={typed}
      leftSection={<IconSearch size={16} stroke={1.7} />}
      rightSection={typed && <CloseButton size="sm" aria-label="Clear the search" onClick={clear} />}
      maxLength={100}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        tellSoon(event.currentTarget.value);
      }}
    />
  );
}
