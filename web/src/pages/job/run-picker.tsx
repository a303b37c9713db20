import { Group, SegmentedControl, Select, Text } from '@mantine/core';
import type { JobDetail } from './use-job.js';
import { useView } from './use-view.js';

const NEWEST = 'newest';
/** More do not fit side by side. */
const SIDE_BY_SIDE = 4;

/** Which results are shown: the newest of each image, or those of one run. */
export function RunPicker({ job }: { readonly job: JobDetail }) {
  const { view, change } = useView();
  const { run } = view.filter;
  const runs = Array.from({ length: job.run + 1 }, (_, number) => ({
    value: String(number),
    label: number === 0 ? 'First run' : `Run ${number}`,
  }));
  const props = {
    data: [{ value: NEWEST, label: 'Newest of each image' }, ...runs],
    value: run === undefined ? NEWEST : String(run),
    'aria-label': 'Results of',
  };
  const choose = (value: string | null) =>
    change({
      run: value === NEWEST || value === null ? undefined : value,
      from: undefined,
      image: undefined,
    });
  return (
    <Group gap="sm" mb="md">
      {runs.length <= SIDE_BY_SIDE ? (
        <SegmentedControl size="sm" transitionDuration={0} {...props} onChange={choose} />
      ) : (
        <Select size="sm" allowDeselect={false} {...props} onChange={choose} />
      )}
      {run !== undefined && (
        <Text size="sm" c="dimmed">
          {run === 0 ? 'What came of all images at first.' : 'Only the images that took part in this run.'}{' '}
          The progress above is of the job as it is now.
        </Text>
      )}
    </Group>
  );
}
