import { Button, Kbd, Stack, Text } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { Card } from '../../../parts/card.js';
import { count, counted } from '../../../parts/text.js';
import { withoutWay, withWayBack, type Way } from '../draft/draft.js';
import { offerUndo } from '../draft/offer-undo.js';
import { changeDraft, useDraft } from '../draft/use-draft.js';
import { Note } from './note.js';
import { OptionFields } from './option-fields.js';
import classes from './sending-frame.module.css';
import type { Prepared } from './submission.js';
import type { Sending } from './use-sending.js';

interface SummaryCardProps {
  readonly way: Way;
  readonly prepared: Prepared;
  readonly sending: Sending;
}

/** Id of the note on that. */
const TOO_LARGE = 'submit-too-large';

/** What will be sent, how, and the button that does it: the same for all ways. */
export function SummaryCard({ way, prepared, sending }: SummaryCardProps) {
  const { images } = prepared.size;
  return (
    <Card title="What will be sent">
      <Stack gap="md">
        <Figures prepared={prepared} />
        <Notes way={way} prepared={prepared} sending={sending} />
        <OptionFields wasTried={sending.failedTries > 0} isPending={sending.isPending} />
        <Stack gap={6}>
          <Button
            fullWidth
            size="md"
            leftSection={<IconSend size={18} />}
            loading={sending.isPending}
            disabled={prepared.isBusy || sending.isTooLarge}
            aria-describedby={sending.isTooLarge ? TOO_LARGE : undefined}
            onClick={sending.submit}
          >
            {images > 0 ? `Submit ${counted(images, 'image')}` : 'Submit'}
          </Button>
          <Text size="xs" c="dimmed" ta="center" visibleFrom="md">
            or <Kbd size="xs">Ctrl</Kbd> <Kbd size="xs">Enter</Kbd>
          </Text>
          <StartOver way={way} isEmpty={prepared.isEmpty} isPending={sending.isPending} />
        </Stack>
      </Stack>
    </Card>
  );
}

function Figures({ prepared: { size } }: Pick<SummaryCardProps, 'prepared'>) {
  const figures = [
    [size.stores === 1 ? 'store' : 'stores', size.stores],
    [size.visits === 1 ? 'visit' : 'visits', size.visits],
    [size.images === 1 ? 'image' : 'images', size.images],
  ] as const;
  return (
    <dl className={classes.figures}>
      {figures.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{count(value)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What stands in the way. */
function Notes({ way, prepared, sending }: SummaryCardProps) {
  const { problems } = prepared;
  // A form that is half filled in is not wrong yet.
  const isWrong = problems > 0 && !prepared.isEmpty && (sending.failedTries > 0 || way !== 'form');
  return (
    <>
      {sending.isTooLarge && (
        <div id={TOO_LARGE}>
          <Note tone="bad" role="alert">
            A job may have at most {counted(sending.limit, 'image')}. Send this as several jobs.
          </Note>
        </div>
      )}
      {isWrong && <Note tone="wait">{counted(problems, 'thing')} to mend first.</Note>}
      {prepared.isEmpty && sending.failedTries > 0 && <Note tone="wait">There is nothing to send yet.</Note>}
      {sending.isAskingAgain && (
        <Note tone="busy" role="status">
          The answer was lost, so it is asked for again. This makes no second job.
        </Note>
      )}
      {sending.refusal && (
        <Note tone="bad" role="alert">
          {sending.refusal.message}
        </Note>
      )}
    </>
  );
}

interface StartOverProps {
  readonly way: Way;
  readonly isEmpty: boolean;
  readonly isPending: boolean;
}

function StartOver({ way, isEmpty, isPending }: StartOverProps) {
  const before = useDraft();
  if (isEmpty) return null;
  const startOver = () => {
    const left = withoutWay(before, way);
    changeDraft(left);
    offerUndo('Everything was taken out.', () =>
      changeDraft((now) => withWayBack(now, way, { before, left })),
    );
  };
  return (
    <Button variant="subtle" color="gray" c="dimmed" onClick={startOver} disabled={isPending}>
      Start over
    </Button>
  );
}
