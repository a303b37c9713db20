import { appearanceCost } from './figures/appearance-cost.mjs';
import { backlogCost } from './figures/backlog-cost.mjs';
import { clientCost } from './figures/client-cost.mjs';
import { eventLoopGap } from './figures/event-loop-gap.mjs';
import { grownTables } from './figures/grown-tables.mjs';
import { jobOf200 } from './figures/job-of-200.mjs';
import { jobOfOne } from './figures/job-of-one.mjs';
import { retention } from './figures/retention.mjs';
import { rulesCost } from './figures/rules-cost.mjs';
import { smallBehindLarge } from './figures/small-behind-large.mjs';
import { status } from './figures/status.mjs';
import { submit } from './figures/submit.mjs';
import { submitBesideExport } from './figures/submit-beside-export.mjs';
import { throughput } from './figures/throughput.mjs';
import { twoWorkers } from './figures/two-workers.mjs';

const HEADER = { IMAGE_VERIFY: 'header' };
const DECODE = { IMAGE_VERIFY: 'decode' };
const AWAKE = { GPU_SLEEP_MIN_MS: '0', GPU_SLEEP_MAX_MS: '0' };

/**
 * Everything `npm run bench` measures, in this order, with the mark each figure should meet. What is `large` takes long,
 * and much room: it runs with `--full` or when it is asked for by name.
 */
export const FIGURES = [
  {
    name: 'throughput-header',
    measure: throughput({ title: 'header', env: HEADER, atLeast: 0.95, cpuAtMost: 1.2 }),
  },
  {
    name: 'throughput-decode',
    measure: throughput({ title: 'decode', env: DECODE, atLeast: 0.95, cpuAtMost: 1.2 }),
  },
  {
    name: 'throughput-awake',
    measure: throughput({ title: 'header, sleep off', env: { ...HEADER, ...AWAKE }, atLeast: 0.85 }),
  },
  { name: 'client-header', measure: clientCost({ verify: 'header', atMost: 1.8 }) },
  { name: 'client-decode', measure: clientCost({ verify: 'decode', atMost: 1.15 }) },
  { name: 'appearance', measure: appearanceCost },
  { name: 'job-200-header', measure: jobOf200({ verify: 'header', against: 'sleep', atMost: 1 / 40 }) },
  { name: 'job-200-decode', measure: jobOf200({ verify: 'decode', against: 'bare', atMost: 1.2 }) },
  { name: 'job-one', measure: jobOfOne },
  { name: 'submit', measure: submit },
  { name: 'rules', measure: rulesCost },
  { name: 'status', measure: status },
  { name: 'small-header', measure: smallBehindLarge({ verify: 'header', atMost: 1.5 }) },
  { name: 'small-decode', measure: smallBehindLarge({ verify: 'decode', atMost: 1.5 }) },
  { name: 'event-loop-gap', measure: eventLoopGap },
  { name: 'grown-tables', measure: grownTables },
  { name: 'backlog-cost', measure: backlogCost },
  { name: 'two-workers', measure: twoWorkers },
  { name: 'submit-beside-export', measure: submitBesideExport },
  { name: 'retention', measure: retention, large: true },
];
