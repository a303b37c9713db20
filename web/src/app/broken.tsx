import { Button } from '@mantine/core';
import { useRouteError } from 'react-router';
import { Empty } from '../parts/states.js';

/** In place of a page that could not be loaded, as after an update of the service, or that has a fault. */
export function Broken() {
  const error = useRouteError();
  const sentence = error instanceof Error ? error.message : String(error);
  return (
    <Empty isPage title="This page could not be shown" hint={sentence}>
      <Button onClick={() => location.reload()}>Load it again</Button>
    </Empty>
  );
}
