import { CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import { useParam } from './use-param.js';

const TYPING_MS = 400;

interface FilterTextProps {
  readonly label: string;
  /** Of the parameter in the address. */
  readonly name: string;
  readonly placeholder: string;
  readonly error: string | undefined;
}

/** A filter that one types; it takes effect when one pauses. */
export function FilterText({ label, name, placeholder, error }: FilterTextProps) {
  const [value, setValue] = useParam(name);
  const [typed, setTyped] = useState(value ?? '');
  const [seen, setSeen] = useState(value);
  const applySoon = useDebouncedCallback((text: string) => setValue(text.trim()), TYPING_MS);
  // A link, or the way back, has changed the address.
  if (value !== seen) {
    setSeen(value);
    if ((value ?? '') !== typed.trim()) setTyped(value ?? '');
  }
  return (
    <TextInput
      label={label}
      placeholder={placeholder}
      value={typed}
      error={error}
      w={{ base: 'calc(50% - 6px)', xs: 170 }}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
        applySoon(currentTarget.value);
      }}
      rightSection={
        typed && (
          <CloseButton
            size="sm"
            aria-label={`Clear ${label.toLowerCase()}`}
            onClick={() => {
              setTyped('');
              setValue(null);
            }}
          />
        )
      }
    />
  );
}
