import { CloseButton, TextInput } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTyped } from './use-typed.js';

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
  const typed = useTyped(value, onSearch, TYPING_MS);
  const clear = () => {
    typed.clear();
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
      value={typed.text}
      leftSection={<IconSearch size={16} stroke={1.7} />}
      rightSection={typed.text && <CloseButton size="sm" aria-label="Clear the search" onClick={clear} />}
      maxLength={100}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => typed.type(event.currentTarget.value)}
    />
  );
}
