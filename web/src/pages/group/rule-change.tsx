import { Button, Stack } from '@mantine/core';
import { NewerVersion } from '../../parts/newer-version.js';
import { asRule, type Rule } from '../../parts/rule.js';
import { useDraft } from '../../parts/use-draft.js';
import { toDraft, toRule, type JoinDraft } from './rule-draft.js';
import { RuleForm } from './rule-form.js';
import { changeGroup } from './use-changes.js';
import type { Group } from './use-group.js';

interface RuleChangeProps {
  readonly group: Group;
  /** It is saved, or not wanted any more. */
  readonly onEnd: () => void;
}

/** Changes the rule of a group, whatever others make of the group meanwhile. */
export function RuleChange({ group, onEnd }: RuleChangeProps) {
  const draft = useDraft(group, draftOf, isRuleOf);
  const { base, newer } = draft;
  const save = async (rule: Rule) => {
    await changeGroup(group.id, base.version, { rule: { ...rule } });
    onEnd();
  };
  return (
    <Stack gap="md">
      {newer && (
        <NewerVersion version={newer.version} by={newer.updated_by} onTake={onEnd} onKeep={draft.keep} />
      )}
      <RuleForm
        draft={draft.value}
        onChange={draft.edit}
        groupId={group.id}
        verb="Save the rule"
        isStopped={newer !== undefined}
        onSave={save}
      >
        <Button variant="default" onClick={onEnd}>
          Leave it
        </Button>
      </RuleForm>
    </Stack>
  );
}

/** A list has none; then one begins with nothing. */
function draftOf({ rule }: Group): JoinDraft {
  return toDraft(rule ? asRule(rule) : { all: [] });
}

function isRuleOf(draft: JoinDraft, group: Group): boolean {
  return JSON.stringify(toRule(draft)) === JSON.stringify(toRule(draftOf(group)));
}
