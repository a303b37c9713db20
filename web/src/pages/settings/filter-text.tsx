import { CloseButton, TextInput } from '@mantine/core';
import { useTyped } from '../../parts/use-typed.js';
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
  const typed = useTyped(value ?? '', setValue, TYPING_MS);
  return (
    <TextInput
      label={label}
      placeholder={placeholder}
      value={typed.text}
      error={error}
      w={{ base: 'calc(50% - 6px)', xs: 170 }}
      onChange={({ currentTarget }) => typed.type(currentTarget.value)}
      rightSection={
        typed.text && (
          <CloseButton size="sm" aria-label={`Clear ${label.toLowerCase()}`} onClick={typed.clear} />
        )
      }
    />
  );
}
