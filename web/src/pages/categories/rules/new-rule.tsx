import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { CATEGORY_CHOICES, isCategory, type Category } from '../../../parts/category-words.js';
import { mended, STRENGTHS, type Rule, type Strength } from './draft.js';

interface NewRuleProps {
  readonly rules: readonly Rule[];
  readonly onAdd: (rule: Rule) => void;
}

/** Adds a word. */
export function NewRule({ rules, onAdd }: NewRuleProps) {
  const [words, setWords] = useState('');
  const [category, setCategory] = useState<Category>('grocery');
  const [strength, setStrength] = useState<Strength>('trade');
  const text = words.trim().replace(/\s+/g, ' ').toUpperCase();
  const isThere = rules.some((rule) => rule.words === text);
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (!text || isThere) return;
    onAdd(mended({ words: text, category, strength, confidence: null }));
    setWords('');
  };
  return (
    <form onSubmit={add}>
      <Group align="flex-start" gap="xs">
        <TextInput
          aria-label="Word or phrase"
          placeholder="Word or phrase"
          value={words}
          maxLength={60}
          error={isThere && 'It is there already.'}
          onChange={(event) => setWords(event.currentTarget.value)}
          flex="1 1 180px"
        />
        <NativeSelect
          aria-label="Its category"
          data={CATEGORY_CHOICES}
          value={category}
          onChange={({ currentTarget: { value } }) => isCategory(value) && setCategory(value)}
        />
        <NativeSelect
          aria-label="Its strength"
          data={Object.entries(STRENGTHS).map(([value, label]) => ({ value, label }))}
          value={strength}
          onChange={(event) => setStrength(event.currentTarget.value as Strength)}
        />
        <Button type="submit" variant="default" disabled={!text || isThere}>
          Add rule
        </Button>
      </Group>
    </form>
  );
}
