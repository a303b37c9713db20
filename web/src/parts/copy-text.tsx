import { ActionIcon, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';

const SHOWN_MS = 1_500;

interface CopyTextProps {
  readonly text: string;
  readonly label: string;
  /** Instead of two sheets, where several things can be copied side by side. */
  readonly icon?: ReactNode;
}

/** Copies a text, also on pages without HTTPS, where browsers have no clipboard for scripts. */
export function CopyText({ text, label, icon = <IconCopy size={14} /> }: CopyTextProps) {
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await write(text);
    setCopied(true);
    setTimeout(() => setCopied(false), SHOWN_MS);
  };
  return (
    <Tooltip label={isCopied ? 'Copied' : label}>
      <ActionIcon variant="subtle" color="gray" size="sm" aria-label={label} onClick={() => void copy()}>
        {isCopied ? <IconCheck size={14} /> : icon}
      </ActionIcon>
    </Tooltip>
  );
}

async function write(text: string): Promise<void> {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const field = Object.assign(document.createElement('textarea'), { value: text });
  document.body.append(field);
  field.select();
  document.execCommand('copy');
  field.remove();
}
