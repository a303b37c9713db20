import { usePageTitle } from '../../app/page-title.js';
import { Answer } from '../../parts/answer.js';
import { PageHeader } from '../../parts/page-header.js';
import { RulesForm } from './rules-form.js';
import { useRules } from './use-rules.js';

/** What is asked of images, and which visits go first, by category of store. */
export function RulesPage() {
  const rules = useRules();
  usePageTitle('Rules');
  return (
    <>
      <PageHeader
        title="Rules"
        about="What is asked of images, and which visits go first, by category of store"
      />
      <Answer query={rules}>
        {({ current, criteria }) => <RulesForm current={current} criteria={criteria} />}
      </Answer>
    </>
  );
}
