import { Tabs } from '@mantine/core';
import { useSearchParams } from 'react-router';
import { usePageTitle } from '../../app/page-title.js';
import { useMay, useSession } from '../../data/session.js';
import { PageHeader } from '../../parts/page-header.js';
import { Empty } from '../../parts/states.js';
import { CsvWay } from './csv/csv-way.js';
import { WAYS, type Way } from './draft/draft.js';
import { FormWay } from './form/form-way.js';
import { JsonWay } from './json/json-way.js';
import { SampleButton } from './sample-button.js';

const NAMES: Readonly<Record<Way, string>> = { form: 'Form', json: 'JSON', csv: 'CSV file' };

/** Three ways to put a job together, which all end in the same summary. */
export function SubmitPage() {
  usePageTitle('Submit');
  const { data: session } = useSession();
  const maySubmit = useMay('submit');
  if (!session) return null;
  if (!maySubmit) return <MayNot />;
  return (
    <>
      <PageHeader title="Submit" about="Store visits with photos: every image is downloaded and measured.">
        <SampleButton />
      </PageHeader>
      <Ways />
    </>
  );
}

function Ways() {
  const [params, setParams] = useSearchParams();
  const way = WAYS.find((name) => name === params.get('way')) ?? 'form';
  const choose = (next: string | null) => setParams({ way: next ?? 'form' }, { replace: true });
  return (
    <Tabs value={way} onChange={choose} keepMounted={false}>
      <Tabs.List mb="md" aria-label="Ways to submit">
        {WAYS.map((name) => (
          <Tabs.Tab key={name} value={name}>
            {NAMES[name]}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="form">
        <FormWay />
      </Tabs.Panel>
      <Tabs.Panel value="json">
        <JsonWay />
      </Tabs.Panel>
      <Tabs.Panel value="csv">
        <CsvWay />
      </Tabs.Panel>
    </Tabs>
  );
}

function MayNot() {
  return (
    <>
      <PageHeader title="Submit" />
      <Empty
        title="Your API key may not submit"
        hint={
          <>
            It lacks the scope <code>submit</code>. Whoever runs this service can make a key that has it, on
            the page Settings or with <code>npm run keys -- create</code>.
          </>
        }
      />
    </>
  );
}
