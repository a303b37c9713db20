import { Collapse, NumberInput, Stack, TagsInput, Text, TextInput, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown } from '@tabler/icons-react';
import { useId } from 'react';
import { changeDraft, useDraft } from '../draft/use-draft.js';
import classes from './option-fields.module.css';
import { MAX_REFERENCE, optionProblems, sayOptions, type Options } from './options.js';

interface OptionFieldsProps {
  readonly wasTried: boolean;
  readonly isPending: boolean;
}

/** What can be said about a job as a whole; folded away, as most jobs need none of it. */
export function OptionFields({ wasTried, isPending }: OptionFieldsProps) {
  const { options } = useDraft();
  const id = useId();
  const [isUnfolded, { toggle }] = useDisclosure(false);
  const problems = optionProblems(options);
  const isOpen = isUnfolded || (wasTried && Object.keys(problems).length > 0);
  const set = (change: Partial<Options>) =>
    changeDraft((draft) => ({ options: { ...draft.options, ...change } }));
  const said = sayOptions(options);
  return (
    <div inert={isPending}>
      <UnstyledButton className={classes.toggle} onClick={toggle} aria-expanded={isOpen} aria-controls={id}>
        <Text component="span" size="sm" fw={600}>
          Options
        </Text>
        <Text component="span" size="sm" c="dimmed" truncate className={classes.said}>
          {!isOpen && (said || 'reference, labels, priority')}
        </Text>
        <IconChevronDown size={16} aria-hidden data-open={isOpen || undefined} />
      </UnstyledButton>
      <Collapse expanded={isOpen} id={id}>
        <Stack gap="sm" pt="xs">
          <TextInput
            label="Reference"
            description="Your own name for the job; jobs can be found by it."
            maxLength={MAX_REFERENCE}
            value={options.reference}
            onChange={(event) => set({ reference: event.currentTarget.value })}
          />
          <TagsInput
            label="Labels"
            description="As name:value; Enter after each."
            placeholder={options.labels.length === 0 ? 'team:north' : undefined}
            value={[...options.labels]}
            onChange={(labels) => set({ labels })}
            error={problems.labels}
            maxTags={20}
          />
          <NumberInput
            label="Priority"
            description="-5 to 5; each step is 1.5 times the share of the workers."
            min={-5}
            max={5}
            allowDecimal={false}
            clampBehavior="strict"
            value={options.priority}
            onChange={(value) => set({ priority: Number(value) || 0 })}
          />
          <TextInput
            label="Callback URL"
            description="Is told when the job is settled."
            type="url"
            placeholder="https://"
            value={options.callbackUrl}
            onChange={(event) => set({ callbackUrl: event.currentTarget.value })}
            error={wasTried && problems.callbackUrl}
          />
        </Stack>
      </Collapse>
    </div>
  );
}
