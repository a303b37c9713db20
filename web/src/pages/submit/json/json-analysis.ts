import type { Submission } from '../sending/submission.js';
import { placesOf } from './json-places.js';
import { jsonProblem, lineAt } from './json-problem.js';
import { shapeProblems, type ShapeProblem } from './json-shape.js';

/** Something to mend, and the line it is in, from 1. */
export interface LineProblem {
  readonly line: number;
  readonly column: number;
  readonly sentence: string;
}

/** What a text says. */
export interface JsonAnalysis {
  readonly text: string;
  /** Whatever was written in the place of the visits; none when the text is no JSON. */
  readonly visits: readonly unknown[];
  readonly problems: readonly LineProblem[];
  /** There when the text is JSON. */
  readonly body?: Submission;
}

export function analyse(text: string): JsonAnalysis {
  if (text.trim() === '') return { text, visits: [], problems: [] };
  const problem = jsonProblem(text);
  if (problem) return { text, visits: [], problems: [problem] };
  const body = JSON.parse(text) as Submission;
  const problems = atLines(text, shapeProblems(body));
  const visits = (body as Partial<Submission> | null)?.visits;
  return { text, visits: Array.isArray(visits) ? visits : [], problems, body };
}

/** Stores a text names, as far as it is what it should be. */
export function storeIdsOf({ visits }: JsonAnalysis): string[] {
  return visits.map(storeIdOf).filter((id) => id !== undefined && id.trim() !== '') as string[];
}

/** The lines that name stores nobody may visit. @param unusable sentences by store id */
export function linesOfStores(
  { text, visits }: JsonAnalysis,
  unusable: ReadonlyMap<string, string>,
): LineProblem[] {
  if (unusable.size === 0) return [];
  const found = visits.flatMap((visit, index): ShapeProblem[] => {
    const sentence = unusable.get(storeIdOf(visit) ?? '');
    return sentence === undefined ? [] : [{ path: `visits[${index}].store_id`, sentence }];
  });
  return atLines(text, found.slice(0, MOST));
}

/** The lines of places as the service names them; what is not in the text is at its first line. */
export function atLines(text: string, problems: readonly ShapeProblem[]): LineProblem[] {
  if (problems.length === 0) return [];
  const places = placesOf(text, new Set(problems.map(({ path }) => path)));
  return problems.map(({ path, sentence }) => ({ ...lineAt(text, places.get(path) ?? 0), sentence }));
}

/** Lines that are marked; whoever mends these sees the next. */
const MOST = 50;

function storeIdOf(visit: unknown): string | undefined {
  const id = (visit as { store_id?: unknown } | null)?.store_id;
  return typeof id === 'string' ? id : undefined;
}
