import { ActionIcon, Badge, Button, Group, TagsInput } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { api, content } from '../../data/api.js';
import { useMay } from '../../data/session.js';
import { refreshTags, undoTags, useTags } from '../../data/tags.js';
import { tellDone, tellProblem } from '../../parts/toasts.js';

interface TagsProps {
  readonly storeId: string;
  readonly tags: readonly string[];
}

/** The tags of a store: each leads to the stores that have it; who may changes them in place. */
export function Tags({ storeId, tags }: TagsProps) {
  const mayChange = useMay('admin');
  const [isEditing, setEditing] = useState(false);
  if (isEditing) return <TagsForm storeId={storeId} tags={tags} onEnd={() => setEditing(false)} />;
  return (
    <Group gap={6} mt={6} role="group" aria-label="Tags">
      {tags.map((tag) => (
        <Badge
          key={tag}
          component={Link}
          to={`/stores?tag=${encodeURIComponent(tag)}`}
          variant="default"
          tt="none"
          fw={500}
          style={{ cursor: 'pointer' }}
        >
          {tag}
        </Badge>
      ))}
      {mayChange && tags.length === 0 && (
        <Button variant="subtle" size="compact-xs" onClick={() => setEditing(true)}>
          Add tags
        </Button>
      )}
      {mayChange && tags.length > 0 && (
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          aria-label="Edit the tags"
          onClick={() => setEditing(true)}
        >
          <IconPencil size={14} />
        </ActionIcon>
      )}
    </Group>
  );
}

function TagsForm({ storeId, tags, onEnd }: TagsProps & { readonly onEnd: () => void }) {
  const { data: known = [] } = useTags();
  const [draft, setDraft] = useState([...tags]);
  const save = async () => {
    const params = { path: { store_id: storeId } };
    const { change_id } = await content(
      api.PUT('/api/stores/{store_id}/tags', { params, body: { tags: draft } }),
    );
    refreshTags();
    onEnd();
    if (change_id !== null) tellDone('The tags are changed.', () => undoTags(change_id));
  };
  return (
    <Group gap="xs" mt={6} align="flex-end">
      <TagsInput
        aria-label="Tags"
        placeholder="As high-value"
        data={known.map(({ tag }) => tag)}
        value={draft}
        onChange={setDraft}
        maxTags={20}
        acceptValueOnBlur
        autoFocus
        miw={240}
        flex="1 1 240px"
        maw={520}
      />
      <Button size="sm" onClick={() => void save().catch(tellProblem)}>
        Save
      </Button>
      <Button size="sm" variant="default" onClick={onEnd}>
        Leave it
      </Button>
    </Group>
  );
}
