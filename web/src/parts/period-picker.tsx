import { Button, Group, Popover, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconClock } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import classes from './period-picker.module.css';
import { LAST, periodOfFields, sayPeriod, toField, type Bounds, type Last } from './period.js';
import type { ShownPeriod } from './use-period.js';

interface PeriodPickerProps {
  /** What `usePeriod` says. */
  readonly shown: ShownPeriod;
  /** Periods that end now; all by default. */
  readonly offer?: readonly Last[];
  /** How long a period between two times may be; by default 90. */
  readonly maxDays?: number;
}

/** Chooses the period a page shows: one that ends now by one click, or one between two times. */
export function PeriodPicker({
  shown,
  offer = Object.keys(LAST) as Last[],
  maxDays = 90,
}: PeriodPickerProps) {
  const [isOpen, { toggle, close }] = useDisclosure();
  const { period, setPeriod } = shown;
  const choose = (next: typeof period) => {
    setPeriod(next);
    close();
  };
  return (
    <Popover opened={isOpen} onChange={close} position="bottom-end" trapFocus returnFocus shadow="md">
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconClock size={16} stroke={1.7} />}
          rightSection={<IconChevronDown size={14} />}
          onClick={toggle}
          aria-label={`Period: ${sayPeriod(period)}`}
        >
          {sayPeriod(period)}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p="sm" className={classes.dropdown}>
        <Stack gap={2} role="group" aria-label="Periods that end now">
          {offer.map((last) => {
            const isShown = 'last' in period && period.last === last;
            return (
              <Button
                key={last}
                variant="subtle"
                color="gray"
                size="compact-md"
                justify="flex-start"
                aria-pressed={isShown}
                className={classes.choice}
                onClick={() => choose({ last })}
              >
                {LAST[last].name}
              </Button>
            );
          })}
        </Stack>
        <BetweenForm shown={shown} maxDays={maxDays} onChoose={choose} />
      </Popover.Dropdown>
    </Popover>
  );
}

interface BetweenFormProps {
  readonly shown: Bounds;
  readonly maxDays: number;
  readonly onChoose: (bounds: Bounds) => void;
}

function BetweenForm({ shown, maxDays, onChoose }: BetweenFormProps) {
  const [from, setFrom] = useState(toField(shown.from));
  const [to, setTo] = useState(toField(shown.to));
  const [problem, setProblem] = useState<string>();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const bounds = periodOfFields(from, to, maxDays);
    if (typeof bounds === 'string') setProblem(bounds);
    else onChoose(bounds);
  };
  return (
    <form onSubmit={submit} noValidate className={classes.between}>
      <Text size="sm" fw={600} mb={4}>
        Between two times
      </Text>
      <Stack gap="xs">
        <TextInput
          type="datetime-local"
          label="From"
          size="sm"
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <TextInput
          type="datetime-local"
          label="To"
          size="sm"
          value={to}
          onChange={(event) => setTo(event.currentTarget.value)}
          error={problem}
        />
        <Group justify="flex-end">
          <Button type="submit" size="sm">
            Show
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
