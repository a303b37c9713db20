import type { CsvContent, CsvVisit, RowProblem } from './csv-visits.js';

/**
 * Takes the rows out that name stores nobody may visit.
 *
 * @param unusable sentences by store id
 * @returns visits that may be sent, and all problems by line
 */
export function withoutStores(
  { visits, problems }: Pick<CsvContent, 'visits' | 'problems'>,
  unusable: ReadonlyMap<string, string>,
): { visits: readonly CsvVisit[]; problems: readonly RowProblem[] } {
  if (unusable.size === 0) return { visits, problems };
  const found = visits.flatMap(({ store_id: storeId, lines }) => {
    const sentence = unusable.get(storeId);
    return sentence === undefined ? [] : lines.map((line) => ({ line, sentence }));
  });
  return {
    visits: visits.filter(({ store_id: storeId }) => !unusable.has(storeId)),
    problems: [...problems, ...found].sort((a, b) => a.line - b.line),
  };
}

/** As a CSV to work through in a spreadsheet. */
export function problemsCsv(problems: readonly RowProblem[]): string {
  const rows = problems.map(({ line, sentence }) => `${line},"${sentence.replaceAll('"', '""')}"`);
  return ['line,problem', ...rows, ''].join('\r\n');
}
