import { NO_OPTIONS, type Options } from '../sending/options.js';
import type { ContentKey } from '../sending/content-key.js';
import { newVisit, type FormVisit } from '../form/form-visit.js';

export const WAYS = ['form', 'json', 'csv'] as const;
export type Way = (typeof WAYS)[number];

/** A file that was chosen. */
export interface CsvFile {
  readonly name: string;
  /** Null when it was too large to be kept over a reload. */
  readonly text: string | null;
}

/** All that somebody has typed and not sent yet, on each of the three ways. */
export interface Draft {
  readonly form: readonly FormVisit[];
  readonly json: string;
  readonly csv: CsvFile | null;
  /** So many wrong rows somebody agreed to leave out of the file; when there are others, they are asked again. */
  readonly leaveOut: number;
  readonly options: Options;
  /** What was sent and not answered yet, or refused. */
  readonly key: ContentKey | null;
}

export function emptyDraft(): Draft {
  return { form: [newVisit([])], json: '', csv: null, leaveOut: 0, options: NO_OPTIONS, key: null };
}

/** The draft with one way, and what belongs to all of them, as if nobody had typed anything. */
export function withoutWay(draft: Draft, way: Way): Draft {
  const empty = emptyDraft();
  const { options, key, leaveOut } = empty;
  return { ...draft, options, key, leaveOut, [way]: empty[way] };
}

/** The draft with what was in it before one way was emptied; as it is when something came there meanwhile. */
export function withWayBack(
  draft: Draft,
  way: Way,
  { before, left }: Record<'before' | 'left', Draft>,
): Draft {
  if (draft[way] !== left[way]) return draft;
  const { options, key, leaveOut } = before;
  return { ...draft, ...(draft.options === left.options && { options, key }), leaveOut, [way]: before[way] };
}

/** @returns an empty draft when the text is none, as after an update of the page */
export function readDraft(text: string | null): Draft {
  const empty = emptyDraft();
  try {
    const saved = JSON.parse(text ?? 'null') as Partial<Draft> | null;
    if (!saved || !Array.isArray(saved.form) || typeof saved.json !== 'string') return empty;
    return { ...empty, ...saved, form: saved.form.length > 0 ? saved.form : empty.form };
  } catch {
    return empty;
  }
}

/** Without the text of a file that is too large to be kept. @param mostText characters */
export function writeDraft(draft: Draft, mostText: number): string {
  const { csv } = draft;
  const isLarge = (csv?.text?.length ?? 0) > mostText;
  return JSON.stringify(isLarge && csv ? { ...draft, csv: { name: csv.name, text: null } } : draft);
}
