import { Button, Group, Stack } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconBraces, IconFileText } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useId, useMemo, useRef } from 'react';
import { tellProblem } from '../../../parts/toasts.js';
import { offerUndo } from '../draft/offer-undo.js';
import { changeDraft, useDraft } from '../draft/use-draft.js';
import { sampleJob } from '../sample-job.js';
import { placesNamed } from '../sending/refusal.js';
import { SendingFrame } from '../sending/sending-frame.js';
import { sizeOf, type Prepared } from '../sending/submission.js';
import { useSending } from '../sending/use-sending.js';
import { useStoreCheck } from '../sending/use-store-check.js';
import {
  analyse,
  atLines,
  linesOfStores,
  storeIdsOf,
  type JsonAnalysis,
  type LineProblem,
} from './json-analysis.js';
import { LineProblems } from './line-problems.js';
import { NumberedText, type NumberedTextHandle } from './numbered-text.js';

/** While one types, almost every text is wrong for a moment. */
const TYPING_MS = 300;

/** The body of a submit, pasted or written by hand. */
export function JsonWay() {
  const { json } = useDraft();
  const analysis = useMemo(() => analyse(json), [json]);
  const { unusable } = useStoreCheck(useMemo(() => storeIdsOf(analysis), [analysis]));
  const wrong = useMemo(
    () => [...analysis.problems, ...linesOfStores(analysis, unusable)],
    [analysis, unusable],
  );
  const prepared = prepare(analysis, wrong.length);
  const sending = useSending('json', prepared);
  const refused = useMemo(() => linesOfRefusal(analysis, sending.refusal), [analysis, sending.refusal]);
  const [found] = useDebouncedValue(wrong, TYPING_MS);
  const problems = useMemo(() => [...found, ...refused], [found, refused]);
  const area = useRef<NumberedTextHandle>(null);
  const listId = useId();

  return (
    <SendingFrame way="json" prepared={prepared} sending={sending}>
      <Stack gap="sm">
        <Tools json={json} analysis={analysis} />
        <NumberedText
          label="JSON of the job"
          placeholder={PLACEHOLDER}
          value={json}
          onChange={(text) => changeDraft({ json: text })}
          marked={new Set(problems.map(({ line }) => line))}
          handle={area}
          {...(problems.length > 0 && { describedBy: listId })}
        />
        <LineProblems
          id={listId}
          problems={problems}
          goTo={({ line, column }) => area.current?.goTo(line, column)}
        />
      </Stack>
    </SendingFrame>
  );
}

const PLACEHOLDER = `{
  "count": 1,
  "visits": [
    {
      "store_id": "RP00001",
      "image_url": ["https://.../shelf.jpg"],
      "visit_time": "2026-03-01T09:30:00Z"
    }
  ]
}`;

function prepare({ text, visits, body }: JsonAnalysis, problems: number): Prepared {
  return {
    size: sizeOf(visits),
    isEmpty: text.trim() === '',
    problems,
    body: () => body ?? { count: 0, visits: [] },
  };
}

/** The lines that the service names, where it names any. */
function linesOfRefusal(analysis: JsonAnalysis, refusal: Error | null): readonly LineProblem[] {
  if (!refusal) return [];
  const { paths, storeIds } = placesNamed(refusal);
  const sentence = refusal.message;
  return [
    ...linesOfStores(analysis, new Map(storeIds.map((id) => [id, sentence]))),
    ...atLines(
      analysis.text,
      paths.map((path) => ({ path, sentence })),
    ),
  ];
}

function Tools({ json, analysis: { body } }: { readonly json: string; readonly analysis: JsonAnalysis }) {
  const replace = (text: string, said: string) => {
    changeDraft({ json: text });
    if (json.trim() === '') return;
    offerUndo(said, () => changeDraft((now) => (now.json === text ? { json } : {})));
  };
  const example = useMutation({
    mutationFn: sampleJob,
    onSuccess: (job) => replace(inLines(job), 'The text was replaced by an example.'),
    onError: tellProblem,
  });
  return (
    <Group gap="xs">
      <Button
        variant="default"
        size="xs"
        leftSection={<IconFileText size={14} />}
        loading={example.isPending}
        onClick={() => example.mutate()}
      >
        Insert an example
      </Button>
      <Button
        variant="default"
        size="xs"
        leftSection={<IconBraces size={14} />}
        disabled={!body || inLines(body) === json}
        onClick={() => changeDraft({ json: inLines(body) })}
      >
        Format
      </Button>
    </Group>
  );
}

function inLines(value: unknown): string {
  return JSON.stringify(value, null, 2);
}
