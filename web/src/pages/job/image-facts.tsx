import { Alert, Anchor, Group, Stack, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import type { ReactNode } from 'react';
import type { Schema } from '../../api/client.js';
import { CopyText } from '../../parts/copy-text.js';
import { Moment } from '../../parts/moment.js';
import { bytes, count, duration, pixels } from '../../parts/text.js';
import { adviceFor } from './advice.js';
import { sizeOf } from './image-columns.js';
import { ImageLink } from './image-link.js';
import classes from './image-viewer.module.css';
import { StageBar, StageDot } from './stage-bar.js';
import { STAGES } from './stages.js';

type Image = Schema<'ImageDto'>;

/** All that is known of an image. */
export function ImageFacts({ image }: { readonly image: Image }) {
  const { image_url, store_id, visit_time, perimeter, format, attempts, run } = image;
  return (
    <Stack component="aside" className={classes.facts} aria-label="About this image" tabIndex={0}>
      {image.error !== null && <WhatIsWrong error={image.error} code={image.code ?? ''} />}
      {image.warnings.map(({ code, message }) => (
        <Alert key={code} color="yellow" title="A rule is not met" className={classes.wrong}>
          <Text size="xs">{message}</Text>
          <Text size="xs" mt={2} ff="monospace">
            {code}
          </Text>
        </Alert>
      ))}
      <dl className={classes.list}>
        <Fact name="Perimeter">{perimeter === null ? '–' : <b>{pixels(perimeter)}</b>}</Fact>
        <Fact name="Width × height">{sizeOf(image)}</Fact>
        <Fact name="Format">{format ?? '–'}</Fact>
        <Fact name="File">{image.bytes === null ? '–' : bytes(image.bytes)}</Fact>
        <Fact name="Sharpness">{image.sharpness === null ? '–' : count(image.sharpness)}</Fact>
        <Fact name="Brightness">{image.brightness === null ? '–' : `${count(image.brightness)} of 255`}</Fact>
        <Fact name="Store">
          <Anchor component={Link} to={`/stores/${encodeURIComponent(store_id)}`} inherit>
            {store_id}
          </Anchor>
        </Fact>
        <Fact name="Visited">
          <Moment at={visit_time} />
        </Fact>
        <Fact name="Run">{run === 0 ? '0, the first' : count(run)}</Fact>
        <Fact name="Attempts">{attempts === null ? '–' : count(attempts)}</Fact>
        <Fact name="Address">
          <Group gap={4} wrap="nowrap" align="flex-start">
            <span className={classes.address}>
              <ImageLink url={image_url} isWhole />
            </span>
            <CopyText text={image_url} label="Copy the address" />
          </Group>
        </Fact>
      </dl>
      <Times timings={image.timings} />
    </Stack>
  );
}

function WhatIsWrong({ error, code }: { readonly error: string; readonly code: string }) {
  const { what, todo } = adviceFor(code);
  return (
    <Alert className={classes.wrong} title={what}>
      <Text size="sm">{todo}</Text>
      <Text size="xs" mt={6} className={classes.address}>
        {error}
      </Text>
      <Text size="xs" mt={2} ff="monospace">
        {code}
      </Text>
    </Alert>
  );
}

function Fact({ name, children }: { readonly name: ReactNode; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Times({ timings }: { readonly timings: Image['timings'] }) {
  if (timings.total_ms === null) return null;
  return (
    <div>
      <Title order={3} mb={6}>
        {duration(timings.total_ms)} in all
      </Title>
      <StageBar times={timings} label="This image took" />
      <dl className={classes.list}>
        {STAGES.map(({ name, word }) => {
          const ms = timings[name];
          if (ms === null) return null;
          return (
            <Fact
              key={name}
              name={
                <>
                  <StageDot stage={name} />
                  {word}
                </>
              }
            >
              {duration(ms)}
            </Fact>
          );
        })}
      </dl>
    </div>
  );
}
