import { Button, SegmentedControl, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { usePageTitle } from '../../app/page-title.js';
import { api, content } from '../../data/api.js';
import { refreshGroups } from '../../data/groups.js';
import { useSession } from '../../data/session.js';
import { BackLink } from '../../parts/back-link.js';
import { AdminsOnly } from '../../parts/admins-only.js';
import { Card } from '../../parts/card.js';
import { PageHeader } from '../../parts/page-header.js';
import { Loading } from '../../parts/states.js';
import { tellDone, tellProblem } from '../../parts/toasts.js';
import { NameFields } from './name-dialog.js';
import { newJoin, newLeaf } from './rule-draft.js';
import { RuleForm } from './rule-form.js';

/** Makes a group, for those who may. */
export function NewGroupPage() {
  usePageTitle('New group');
  const { data: session } = useSession();
  return (
    <>
      <BackLink to="/groups" label="All groups" />
      <PageHeader title="New group" about="A named set of stores, for lists and figures to be narrowed by" />
      {session ? session.scopes.includes('admin') ? <NewGroup /> : <AdminsOnly /> : <Loading />}
    </>
  );
}

/** Made by a rule, beside the stores it would hold, or as a list that is filled afterwards. */
function NewGroup() {
  const navigate = useNavigate();
  const [kind, setKind] = useState<'rule' | 'list'>('rule');
  const [name, setName] = useState('');
  const [description, setDescription] = useState('');
  const [draft, setDraft] = useState(() => newJoin('all', newLeaf()));
  const isNameless = name.trim() === '';
  const make = async (definition: { rule: Record<string, unknown> } | { store_ids: string[] }) => {
    const body = { name, description, ...definition };
    const group = await content(api.POST('/api/groups', { body }));
    refreshGroups();
    tellDone(`“${group.name}” is made.`);
    await navigate(`/groups/${group.id}`);
  };
  return (
    <Stack gap="md">
      <Card>
        <Stack gap="sm" maw={560}>
          <NameFields name={name} description={description} onName={setName} onDescription={setDescription} />
        </Stack>
      </Card>
      <Card
        title="Who belongs to it"
        aside={
          <SegmentedControl
            transitionDuration={0}
            aria-label="What it is made by"
            data={[
              { value: 'rule', label: 'By a rule' },
              { value: 'list', label: 'By a list' },
            ]}
            value={kind}
            onChange={(value) => setKind(value)}
          />
        }
      >
        {kind === 'rule' ? (
          <RuleForm
            draft={draft}
            onChange={setDraft}
            verb="Make the group"
            isStopped={isNameless}
            onSave={(rule) => make({ rule: { ...rule } })}
          />
        ) : (
          <Stack gap="sm" align="flex-start">
            <Text size="sm">Stores are put on the list one by one, or by a CSV file, once it is there.</Text>
            <Button disabled={isNameless} onClick={() => void make({ store_ids: [] }).catch(tellProblem)}>
              Make the group
            </Button>
          </Stack>
        )}
      </Card>
    </Stack>
  );
}
