import { MultiSelect, SegmentedControl, TagsInput, TextInput } from '@mantine/core';
import { useAreas } from '../../data/areas.js';
import { useTags } from '../../data/tags.js';
import { GroupPicker } from '../../parts/group-picker.js';
import { CATEGORY_CHOICES } from '../../parts/category-words.js';
import type { Leaf } from '../../parts/rule.js';

interface LeafFieldProps {
  readonly leaf: Leaf;
  readonly onChange: (leaf: Leaf) => void;
  readonly groupId?: string | undefined;
}

/** The field that fills a condition in. */
export function LeafField({ leaf, onChange, groupId }: LeafFieldProps) {
  if ('area' in leaf) return <Areas codes={leaf.area} onChange={(area) => onChange({ area })} />;
  if ('tags' in leaf) return <Tags tags={leaf.tags} onChange={(tags) => onChange({ tags })} />;
  if ('category' in leaf) {
    return (
      <MultiSelect
        size="xs"
        aria-label="Categories"
        placeholder={leaf.category.length === 0 ? 'Choose categories' : ''}
        data={CATEGORY_CHOICES}
        value={[...leaf.category]}
        onChange={(category) => onChange({ category })}
        searchable
      />
    );
  }
  if ('name' in leaf) {
    return (
      <TextInput
        size="xs"
        aria-label="Part of the name"
        placeholder="As KIRANA, in any case"
        maxLength={100}
        value={leaf.name}
        onChange={({ currentTarget: { value: name } }) => onChange({ name })}
      />
    );
  }
  if ('name_like' in leaf) {
    return (
      <TextInput
        size="xs"
        aria-label="Words of the name"
        placeholder="As LAXMI; finds LAKSHMI, too"
        maxLength={100}
        value={leaf.name_like}
        onChange={({ currentTarget: { value: name_like } }) => onChange({ name_like })}
      />
    );
  }
  if ('active' in leaf) {
    return (
      <SegmentedControl
        size="xs"
        transitionDuration={0}
        aria-label="Whether active"
        data={[
          { value: 'true', label: 'active' },
          { value: 'false', label: 'inactive' },
        ]}
        value={String(leaf.active)}
        onChange={(value) => onChange({ active: value === 'true' })}
      />
    );
  }
  return (
    <GroupPicker
      label="Other group"
      isLabelHidden
      placeholder="Choose a group"
      value={leaf.group}
      except={groupId}
      onChange={(group) => onChange({ group })}
    />
  );
}

interface WordsProps {
  readonly onChange: (values: string[]) => void;
}

/** Areas may also be named that are not there yet. */
function Areas({ codes, onChange }: WordsProps & { readonly codes: readonly string[] }) {
  const { data: areas = [] } = useAreas();
  return (
    <TagsInput
      size="xs"
      aria-label="Areas"
      placeholder={codes.length === 0 ? 'Code of an area' : ''}
      data={areas.map(({ area_code }) => area_code)}
      value={[...codes]}
      onChange={onChange}
      limit={100}
      acceptValueOnBlur
    />
  );
}

function Tags({ tags, onChange }: WordsProps & { readonly tags: readonly string[] }) {
  const { data: known = [] } = useTags();
  return (
    <TagsInput
      size="xs"
      aria-label="Tags"
      placeholder={tags.length === 0 ? 'Any of these tags' : ''}
      data={known.map(({ tag }) => tag)}
      value={[...tags]}
      onChange={onChange}
      maxTags={20}
      acceptValueOnBlur
    />
  );
}
