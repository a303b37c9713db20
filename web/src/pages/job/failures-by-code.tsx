import { Button, Code, Group, Text } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import type { Schema } from '../../api/client.js';
import { count, counted } from '../../parts/text.js';
import { adviceFor } from './advice.js';
import { withoutSubject } from './error-text.js';
import { ImageLink } from './image-link.js';
import classes from './job.module.css';
import { showImages } from './show-images.js';
import type { RetryChoice } from './use-control.js';
import { useView } from './use-view.js';

type CodeSummary = Schema<'CodeSummaryDto'>;
type Again = ((choice: RetryChoice) => void) | undefined;

interface FailuresByCodeProps {
  /** Most images first. */
  readonly codes: readonly CodeSummary[];
  /** Runs images again; absent where that is not possible now. */
  readonly again: Again;
}

export function FailuresByCode({ codes, again }: FailuresByCodeProps) {
  return (
    <ul className={classes.groups} aria-label="Failures by reason">
      {codes.map((group) => (
        <Reason key={group.code} group={group} again={again} />
      ))}
    </ul>
  );
}

function Reason({ group, again }: { readonly group: CodeSummary; readonly again: Again }) {
  const { change } = useView();
  const { code, images, stores, example } = group;
  const advice = adviceFor(code);
  return (
    <li className={classes.group}>
      <div className={classes.groupCount} aria-hidden>
        {count(images)}
      </div>
      <div className={classes.groupText}>
        <Group gap={8}>
          <Text fw={600} size="sm">
            {advice.what}
          </Text>
          <Code className={classes.code}>{code}</Code>
        </Group>
        <Text size="sm">{advice.todo}</Text>
        <Text size="xs" c="dimmed" className={classes.example}>
          {counted(images, 'image')} of {counted(stores, 'store')}, as <ImageLink url={example.image_url} />:{' '}
          {withoutSubject(example.error)}
        </Text>
      </div>
      <Group gap="xs" className={classes.groupActions}>
        <Button
          size="compact-sm"
          variant="default"
          aria-label={`Show images with ${code}`}
          onClick={() => showImages(change, { code })}
        >
          Show images
        </Button>
        {again && advice.again !== 'never' && (
          <Button
            size="compact-sm"
            variant={advice.again === 'now' ? 'filled' : 'default'}
            leftSection={<IconRefresh size={14} />}
            aria-label={`Run images with ${code} again`}
            onClick={() => again({ codes: [code] })}
          >
            Run again
          </Button>
        )}
      </Group>
    </li>
  );
}
