import { Button, CloseButton, TagsInput, Text } from '@mantine/core';
import { IconTag, IconTagOff } from '@tabler/icons-react';
import { useState } from 'react';
import { changeTags, undoTags, useTags } from '../../data/tags.js';
import { counted } from '../../parts/text.js';
import { tellDone, tellProblem } from '../../parts/toasts.js';
import classes from './stores.module.css';

interface TagBarProps {
  readonly selection: ReadonlySet<string>;
  readonly onClear: () => void;
}

/** Gives tags to the stores that are ticked, or takes them away; at the foot of the page for as long as any is. */
export function TagBar({ selection, onClear }: TagBarProps) {
  const { data: known = [] } = useTags();
  const [tags, setTags] = useState<string[]>([]);
  const change = async (verb: 'add' | 'remove') => {
    const { change_id, stores } = await changeTags({ store_ids: [...selection], [verb]: tags });
    if (change_id === null) return tellDone('Nothing had to be changed: it was so already.');
    tellDone(`The tags of ${counted(stores, 'store')} are changed.`, () => undoTags(change_id));
    onClear();
  };
  const act = (verb: 'add' | 'remove') => void change(verb).catch(tellProblem);
  return (
    <div className={classes.selected} role="region" aria-label="Selected stores">
      <CloseButton size="sm" aria-label="Select none" onClick={onClear} />
      <Text size="sm" fw={600} role="status">
        {counted(selection.size, 'store')} selected
      </Text>
      <TagsInput
        size="xs"
        aria-label="Tags"
        placeholder={tags.length === 0 ? 'Tags, as high-value' : ''}
        data={known.map(({ tag }) => tag)}
        value={tags}
        onChange={setTags}
        maxTags={20}
        acceptValueOnBlur
        className={classes.tags}
      />
      <Button
        size="xs"
        leftSection={<IconTag size={16} />}
        disabled={tags.length === 0}
        onClick={() => act('add')}
      >
        Add tags
      </Button>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconTagOff size={16} />}
        disabled={tags.length === 0}
        onClick={() => act('remove')}
      >
        Remove tags
      </Button>
    </div>
  );
}
