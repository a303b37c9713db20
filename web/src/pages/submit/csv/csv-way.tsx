import { Stack } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { CsvFile } from '../draft/draft.js';
import { useDraft } from '../draft/use-draft.js';
import { placesNamed } from '../sending/refusal.js';
import { SendingFrame } from '../sending/sending-frame.js';
import { NOTHING, sizeOf, type Prepared } from '../sending/submission.js';
import { useSending } from '../sending/use-sending.js';
import { useStoreCheck } from '../sending/use-store-check.js';
import { ChosenFile } from './chosen-file.js';
import { CsvDropzone } from './csv-dropzone.js';
import { CsvPreview } from './csv-preview.js';
import type { CsvVisit, RowProblem } from './csv-visits.js';
import { RowProblems } from './row-problems.js';
import { withoutStores } from './unusable-rows.js';
import { useCsv, type CsvReading } from './use-csv.js';

const NO_VISITS: readonly CsvVisit[] = [];
const NO_STORES: ReadonlyMap<string, string> = new Map();

/** Stores of a file that the service refused although they seemed good. */
interface Refused {
  readonly file: CsvFile | null;
  /** Sentences by store id. */
  readonly stores: ReadonlyMap<string, string>;
}

/** A file from a spreadsheet, one image per row. */
export function CsvWay() {
  const { csv, leaveOut } = useDraft();
  const reading = useCsv(csv?.text ?? null);
  const visits = reading.content?.visits ?? NO_VISITS;
  const check = useStoreCheck(useMemo(() => visits.map(({ store_id: storeId }) => storeId), [visits]));
  const [refused, setRefused] = useState<Refused>({ file: null, stores: NO_STORES });
  const refusedHere = refused.file === csv ? refused.stores : NO_STORES;
  const sorted = useMemo(
    () =>
      withoutStores(
        { visits, problems: reading.content?.problems ?? [] },
        new Map([...check.unusable, ...refusedHere]),
      ),
    [visits, reading.content, check.unusable, refusedHere],
  );
  const prepared = prepare(reading, csv !== null && csv.text !== null, sorted, leaveOut);
  const sending = useSending('csv', prepared);
  const named = placesNamed(sending.refusal).storeIds.filter((id) => !refusedHere.has(id));
  if (named.length > 0) {
    // Their rows become wrong ones, which may be left out.
    const stores = named.map((id) => [id, `The service does not take the store "${id}".`] as const);
    setRefused({ file: csv, stores: new Map([...refusedHere, ...stores]) });
  }

  return (
    <SendingFrame way="csv" prepared={prepared} sending={sending}>
      <Stack gap="md">
        {csv ? <ChosenFile file={csv} reading={reading} check={check} /> : <CsvDropzone />}
        {reading.content && reading.content.fatal === undefined && (
          <>
            <RowProblems problems={sorted.problems} all={reading.content.rows} />
            <CsvPreview content={reading.content} />
          </>
        )}
      </Stack>
    </SendingFrame>
  );
}

interface Sorted {
  readonly visits: readonly CsvVisit[];
  readonly problems: readonly RowProblem[];
}

function prepare(
  { content }: CsvReading,
  hasText: boolean,
  { visits, problems }: Sorted,
  leaveOut: number,
): Prepared {
  const isRefused = content?.fatal !== undefined;
  const open = leaveOut === problems.length && visits.length > 0 ? 0 : problems.length;
  return {
    size: content && !isRefused ? sizeOf(visits) : NOTHING,
    isEmpty: !hasText,
    isBusy: hasText && !content,
    problems: isRefused ? 1 : open,
    body: () => ({
      count: visits.length,
      visits: visits.map(({ store_id, image_url, visit_time }) => ({ store_id, image_url, visit_time })),
    }),
  };
}
