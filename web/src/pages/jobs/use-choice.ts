import { useCallback, useState } from 'react';
import { NONE, type Choice } from './choice.js';
import type { JobFilter } from './job-filter.js';

/** The ticked jobs. With another filter nothing is ticked: what one does not see one does not mean. */
export function useChoice(filter: JobFilter): [Choice, (choice: Choice) => void] {
  const key = JSON.stringify(filter);
  const [chosen, setChosen] = useState({ key, choice: NONE });
  const choose = useCallback((choice: Choice) => setChosen({ key, choice }), [key]);
  return [chosen.key === key ? chosen.choice : NONE, choose];
}
