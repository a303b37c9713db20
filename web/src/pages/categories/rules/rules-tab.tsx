import { Answer } from '../../../parts/answer.js';
import { RulesEditor } from './rules-editor.js';
import { useRules } from './use-rules.js';

/** The rules in force, to be searched and edited. */
export function RulesTab() {
  const rules = useRules();
  return <Answer query={rules}>{(found) => <RulesEditor key={found.id} inForce={found} />}</Answer>;
}
