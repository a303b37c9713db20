import { Code, Text, Timeline } from '@mantine/core';
import type { Schema } from '../../../api/client.js';
import { Moment } from '../../../parts/moment.js';
import { duration } from '../../../parts/text.js';

type Attempt = Schema<'DeliveryAttemptDto'>;

interface AttemptLogProps {
  /** Oldest first. */
  readonly log: readonly Attempt[];
  readonly isPending: boolean;
}

/** How each attempt went, the latest on top. */
export function AttemptLog({ log, isPending }: AttemptLogProps) {
  return (
    <section aria-label="Attempts">
      <Text fw={600} size="sm" mb="sm">
        Attempts
      </Text>
      {log.length === 0 && (
        <Text size="sm" c="dimmed" role="status">
          {isPending ? 'It is on its way.' : 'It was never tried.'}
        </Text>
      )}
      <Timeline bulletSize={14} lineWidth={2}>
        {[...log].reverse().map((attempt) => (
          <Timeline.Item
            key={attempt.attempt}
            bullet={<Dot isGood={isGood(attempt)} />}
            title={
              <Text size="sm" fw={600} c={isGood(attempt) ? 'var(--good)' : 'var(--bad)'}>
                {attempt.attempt}. {attempt.status === null ? 'No answer' : `HTTP ${attempt.status}`} after{' '}
                {duration(attempt.ms)}
              </Text>
            }
          >
            <Text size="xs" c="dimmed" component="div">
              <Moment at={attempt.at} />
            </Text>
            {attempt.error && (
              <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
                {attempt.error}
              </Text>
            )}
            {attempt.answer && (
              <Code
                block
                mt={4}
                mah={140}
                tabIndex={0}
                aria-label={`Answer to attempt ${attempt.attempt}`}
                style={{ overflow: 'auto' }}
              >
                {attempt.answer}
              </Code>
            )}
          </Timeline.Item>
        ))}
      </Timeline>
    </section>
  );
}

function Dot({ isGood: good }: { readonly isGood: boolean }) {
  const background = good ? 'var(--good-fill)' : 'var(--bad-fill)';
  return <span style={{ width: 10, height: 10, borderRadius: 5, background }} />;
}

function isGood({ status }: Attempt): boolean {
  return status !== null && status >= 200 && status < 300;
}
