import { Text } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import type { Schema } from '../../api/client.js';
import { count, pixels } from '../../parts/text.js';
import { fileName, webAddress } from '../../parts/web-address.js';
import classes from './store.module.css';

type Visit = Schema<'CountedVisitDto'>;

const PhotoViewer = lazy(async () => ({ default: (await import('./photo-viewer.js')).PhotoViewer }));

/** Photos of one visit in a row of the list; more than these are in the job. */
const SHOWN = 8;

/** The photos of a visit. The browser takes them from their hosts; they never go through the service. */
export function Photos({ visit }: { readonly visit: Visit }) {
  const [opened, setOpened] = useState<number>();
  const photos = visit.images.flatMap((image) => {
    const src = webAddress(image.image_url);
    return src === undefined ? [] : [{ ...image, src, name: fileName(image.image_url) }];
  });
  const hidden = visit.image_count - Math.min(photos.length, SHOWN);
  return (
    <div className={classes.photos}>
      {photos.slice(0, SHOWN).map(({ src, name, state }, index) => (
        <button
          key={index}
          type="button"
          className={classes.photo}
          data-state={state}
          aria-label={`Open photo ${index + 1} of the visit, ${state}: ${name}`}
          onClick={() => setOpened(index)}
        >
          <img src={src} alt={name} loading="lazy" decoding="async" referrerPolicy="no-referrer" />
        </button>
      ))}
      {hidden > 0 && (
        <Text size="xs" c="dimmed" style={{ alignSelf: 'center' }}>
          {count(hidden)} more
        </Text>
      )}
      {opened !== undefined && (
        <Suspense>
          <PhotoViewer
            slides={photos.map(({ src, name, perimeter }) => ({
              src,
              alt: name,
              title: perimeter === null ? name : `${name}, perimeter ${pixels(perimeter)}`,
            }))}
            index={opened}
            onClose={() => setOpened(undefined)}
          />
        </Suspense>
      )}
    </div>
  );
}
