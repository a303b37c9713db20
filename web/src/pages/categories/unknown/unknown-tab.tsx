import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { useMay } from '../../../data/session.js';
import { Answer } from '../../../parts/answer.js';
import { Empty } from '../../../parts/states.js';
import { useUnknown } from './use-unknown.js';
import { WorkOff } from './work-off.js';

/** Stores that nobody knows, one after the other. */
export function UnknownTab() {
  const mayChange = useMay('admin');
  const [cursor, setCursor] = useState<string | null>(null);
  const unknown = useUnknown(cursor);
  if (!mayChange) {
    return (
      <Empty
        title="Your API key may not set categories"
        hint="The unknown ones can be looked at in the list of stores."
      >
        <Button component={Link} to="/stores?category=unknown" variant="default">
          Show the unknown stores
        </Button>
      </Empty>
    );
  }
  return (
    <Answer query={unknown}>
      {({ stores, next_cursor }) =>
        stores.length === 0 ? (
          <Empty
            title="There is nothing left to say"
            hint="Every other store has a category, or was decided by hand."
          >
            {cursor !== null && (
              <Button variant="default" onClick={() => setCursor(null)}>
                Begin again with those that were skipped
              </Button>
            )}
          </Empty>
        ) : (
          <WorkOff
            key={cursor}
            stores={stores}
            onEnd={() => next_cursor !== null && setCursor(next_cursor)}
            hasMore={next_cursor !== null}
          />
        )
      }
    </Answer>
  );
}
