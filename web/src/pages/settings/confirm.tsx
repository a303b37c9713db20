import { Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { tellProblem } from '../../parts/toasts.js';

interface Question {
  readonly title: string;
  /** What happens then, and what cannot be taken back. */
  readonly consequence: string;
  /** On the button. */
  readonly verb: string;
  readonly isHarmful?: boolean;
  readonly act: () => Promise<unknown>;
}

/** Asks before something is done that cannot be taken back by a click. */
export function confirm({ title, consequence, verb, isHarmful = true, act }: Question): void {
  modals.openConfirmModal({
    title,
    children: <Text size="sm">{consequence}</Text>,
    labels: { confirm: verb, cancel: 'Leave it' },
    // This red has the contrast that white text needs, in both schemes.
    ...(isHarmful && { confirmProps: { color: 'red.9' } }),
    onConfirm: () => void act().catch(tellProblem),
  });
}
