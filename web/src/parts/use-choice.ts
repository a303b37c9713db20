import { useCallback, useState } from 'react';

/**
 * What is ticked in a list. With another filter nothing is ticked: what one does not see one does not mean.
 *
 * @param filter what the list is narrowed by; JSON
 * @param none nothing; keep it stable
 */
export function useChoice<Choice>(filter: object, none: Choice): [Choice, (choice: Choice) => void] {
  const key = JSON.stringify(filter);
  const [chosen, setChosen] = useState({ key, choice: none });
  const choose = useCallback((choice: Choice) => setChosen({ key, choice }), [key]);
  return [chosen.key === key ? chosen.choice : none, choose];
}
