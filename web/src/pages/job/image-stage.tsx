import { Anchor, Stack, Text } from '@mantine/core';
import { IconPhotoOff } from '@tabler/icons-react';
import { useMemo } from 'react';
import Lightbox, { type SlideImage } from 'yet-another-react-lightbox';
import Inline from 'yet-another-react-lightbox/plugins/inline';
import Zoom from 'yet-another-react-lightbox/plugins/zoom';
import 'yet-another-react-lightbox/styles.css';
import type { Schema } from '../../api/client.js';
import { fileName, webAddress } from '../../parts/web-address.js';
import classes from './image-viewer.module.css';

const PLUGINS = [Inline, Zoom];

/** Seen on bright photos, too. */
const TOOLBAR = { margin: 12, padding: 0, borderRadius: 8, background: 'rgb(17 20 26 / 75%)' };

/** The picture, to be zoomed and moved. The browser takes it from its host; it never goes through the service. */
export function ImageStage({ image }: { readonly image: Schema<'ImageDto'> }) {
  const { image_url, width, height } = image;
  const src = webAddress(image_url);
  const slides = useMemo<SlideImage[]>(
    () => (src === undefined ? [] : [{ src, alt: fileName(image_url), ...sizeOf(width, height) }]),
    [src, image_url, width, height],
  );
  if (src === undefined) {
    return <NoPicture title="This address is none that can be opened" hint={image_url} />;
  }
  return (
    <Lightbox
      plugins={PLUGINS}
      slides={slides}
      carousel={{ finite: true, padding: '16px', imageProps: { referrerPolicy: 'no-referrer' } }}
      animation={{ fade: 0 }}
      zoom={{ maxZoomPixelRatio: 4, scrollToZoom: true }}
      toolbar={{ buttons: ['zoom'] }}
      inline={{ style: { width: '100%', height: '100%' } }}
      styles={{ root: { '--yarl__color_backdrop': 'transparent' }, toolbar: TOOLBAR }}
      render={{
        buttonPrev: () => null,
        buttonNext: () => null,
        iconError: () => <Unseen src={src} />,
      }}
    />
  );
}

function Unseen({ src }: { readonly src: string }) {
  return (
    <NoPicture
      title="Your browser could not show this picture"
      hint={
        <>
          Its host did not answer with one.{' '}
          <Anchor href={src} target="_blank" rel="noopener noreferrer" inherit c="inherit" underline="always">
            Open the address
          </Anchor>{' '}
          to see what is there.
        </>
      }
    />
  );
}

function NoPicture({ title, hint }: { readonly title: string; readonly hint: React.ReactNode }) {
  return (
    <Stack className={classes.noPicture} align="center" justify="center" gap="xs">
      <IconPhotoOff size={48} stroke={1.2} aria-hidden />
      <Text fw={600}>{title}</Text>
      <Text size="sm" className={classes.hint}>
        {hint}
      </Text>
    </Stack>
  );
}

/** What was measured, so that the stage knows how far zooming makes sense before the picture is there. */
function sizeOf(width: number | null, height: number | null): Partial<SlideImage> {
  return width === null || height === null ? {} : { width, height };
}
