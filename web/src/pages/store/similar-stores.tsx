import { Text } from '@mantine/core';
import { useSimilar } from '../../data/store-hits.js';
import { MORE_SOON } from '../../data/unread-names.js';
import { Answer } from '../../parts/answer.js';
import { Card } from '../../parts/card.js';
import { HitList } from '../../parts/hit-list.js';

/** Other stores whose names are much like that of this one. */
export function SimilarStores({ storeId }: { readonly storeId: string }) {
  const similar = useSimilar(storeId);
  return (
    <Card title="Similar stores">
      <Answer query={similar}>
        {({ stores, is_complete }) => (
          <>
            {stores.length > 0 && <HitList label="Similar stores" hits={stores} />}
            {stores.length === 0 && is_complete && (
              <Text size="sm" c="dimmed">
                No other store has a name like this.
              </Text>
            )}
            {!is_complete && (
              <Text size="sm" c="dimmed">
                {MORE_SOON}
              </Text>
            )}
          </>
        )}
      </Answer>
    </Card>
  );
}
