import { useState } from 'react';

export interface Versioned {
  readonly version: number;
}

/** What is edited of something that others may change meanwhile. */
export interface Draft<Of, Value> {
  readonly value: Value;
  /** The version it is based on, as the API asks for it when it is saved. */
  readonly base: Of;
  readonly isChanged: boolean;
  /** A version that came after the base and says otherwise; somebody has to choose. */
  readonly newer: Of | undefined;
  readonly edit: (value: Value) => void;
  /** Goes on with a version as it is: the newer one, or what was just saved. */
  readonly take: (version: Of) => void;
  /** Goes on with the draft, on top of the newer version. */
  readonly keep: () => void;
}

/**
 * A draft that outlives new versions of what it changes. What was not touched yet follows them.
 *
 * @param current the newest version that is known
 * @param start the draft of a version
 * @param isSame whether a draft says what a version says
 */
export function useDraft<Of extends Versioned, Value>(
  current: Of,
  start: (version: Of) => Value,
  isSame: (value: Value, version: Of) => boolean,
): Draft<Of, Value> {
  const [{ base, value }, set] = useState(() => ({ base: current, value: start(current) }));
  const isChanged = !isSame(value, base);
  const isNewer = current.version > base.version;
  const take = (version: Of) => set({ base: version, value: start(version) });
  const keep = () => set({ base: current, value });
  // A newer version may have changed something else, such as the name of what has this rule.
  if (isNewer && !isChanged) take(current);
  else if (isNewer && isSame(start(base), current)) keep();
  return {
    value,
    base,
    isChanged,
    newer: isNewer ? current : undefined,
    edit: (next) => set({ base, value: next }),
    take,
    keep,
  };
}
