import { Code, Group, Text } from '@mantine/core';
import { CopyText } from '../../parts/copy-text.js';

/** A value as indented JSON. */
export function JsonText({ title, value }: { readonly title: string; readonly value: unknown }) {
  const text = JSON.stringify(value, null, 2);
  return (
    <section aria-label={title}>
      <Group justify="space-between" mb={4}>
        <Text fw={600} size="sm">
          {title}
        </Text>
        <CopyText text={text} label="Copy the JSON" />
      </Group>
      <Code
        block
        mah={360}
        tabIndex={0}
        role="group"
        aria-label={`${title}, as JSON`}
        style={{ overflow: 'auto' }}
      >
        {text}
      </Code>
    </section>
  );
}
