import { Button, Stack } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { offerUndo } from '../draft/offer-undo.js';
import { changeDraft, useDraft } from '../draft/use-draft.js';
import { placesNamed } from '../sending/refusal.js';
import { SendingFrame } from '../sending/sending-frame.js';
import { sizeOf, type Prepared } from '../sending/submission.js';
import { useSending, type Sending } from '../sending/use-sending.js';
import { useStoreCheck, type StoreCheck } from '../sending/use-store-check.js';
import {
  addressesOf,
  isBlank,
  newVisit,
  problemsOf,
  toVisit,
  withBack,
  withCopy,
  type Field,
  type FieldProblems,
  type FormVisit,
} from './form-visit.js';
import { useStoreInAddress } from './use-store-in-address.js';
import { VisitFields } from './visit-fields.js';

/** A form that grows visit by visit. */
export function FormWay() {
  useStoreInAddress();
  const { form: visits } = useDraft();
  const [added, setAdded] = useState<number>();
  const check = useStoreCheck(visits.map(({ storeId }) => storeId.trim()).filter(Boolean));
  const prepared = prepare(visits, check);
  const sending = useSending('form', prepared);

  const set = (form: readonly FormVisit[]) => changeDraft({ form });
  const grow = (form: readonly FormVisit[]) => {
    set(form);
    setAdded(Math.max(...form.map(({ id }) => id)));
  };
  const change = (id: number, part: Partial<FormVisit>) =>
    set(visits.map((visit) => (visit.id === id ? { ...visit, ...part } : visit)));
  const remove = (removed: FormVisit, place: number) => {
    const left = visits.filter((visit) => visit !== removed);
    const filler = left.length === 0 ? newVisit(visits) : undefined;
    set(filler ? [filler] : left);
    offerUndo(`Visit ${place + 1} was removed.`, () =>
      changeDraft(({ form }) => ({ form: withBack(form, removed, place, filler) })),
    );
  };

  return (
    <SendingFrame way="form" prepared={prepared} sending={sending}>
      <Stack gap="md" component="ol" m={0} p={0} style={{ listStyle: 'none' }}>
        {visits.map((visit, index) => (
          <VisitFields
            key={visit.id}
            number={index + 1}
            visit={visit}
            store={check.known.get(visit.storeId.trim())}
            problems={shownProblems(visit, index, sending, check)}
            isAlone={visits.length === 1 && isBlank(visit)}
            hasFocus={visit.id === added}
            onChange={(part) => change(visit.id, part)}
            onCopy={() => grow(withCopy(visits, visit.id))}
            onRemove={() => remove(visit, index)}
          />
        ))}
        <li>
          <Button
            variant="default"
            fullWidth
            leftSection={<IconPlus size={16} />}
            onClick={() => grow([...visits, newVisit(visits)])}
          >
            Add a visit
          </Button>
        </li>
      </Stack>
    </SendingFrame>
  );
}

function prepare(visits: readonly FormVisit[], { unusable }: StoreCheck): Prepared {
  const typed = visits.map((visit) => ({ store_id: visit.storeId.trim(), image_url: addressesOf(visit) }));
  const isEmpty = visits.every(isBlank);
  return {
    size: sizeOf(isEmpty ? [] : typed),
    isEmpty,
    problems:
      visits.reduce((sum, visit) => sum + Object.keys(problemsOf(visit)).length, 0) +
      visits.filter(({ storeId }) => unusable.has(storeId.trim())).length,
    body: () => ({ count: visits.length, visits: visits.map(toVisit) }),
  };
}

const FIELDS: Readonly<Record<string, Field>> = {
  store_id: 'storeId',
  visit_time: 'time',
  image_url: 'urls',
};

/** What is missing counts only once somebody wanted to send it; a store that is not there counts at once. */
function shownProblems(
  visit: FormVisit,
  index: number,
  { failedTries, refusal }: Sending,
  { unusable }: StoreCheck,
): FieldProblems {
  const storeId = visit.storeId.trim();
  const named = placesNamed(refusal);
  const path = named.paths.find((place) => place.startsWith(`visits[${index}].`));
  const field = FIELDS[/\.(\w+)/.exec(path ?? '')?.[1] ?? ''];
  const problem = unusable.get(storeId) ?? (named.storeIds.includes(storeId) ? refusal?.message : undefined);
  return {
    ...(problem !== undefined && { storeId: problem }),
    ...(field && refusal && { [field]: refusal.message }),
    ...(failedTries > 0 && problemsOf(visit)),
  };
}
