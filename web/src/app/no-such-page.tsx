import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { Empty } from '../parts/states.js';
import { usePageTitle } from './page-title.js';

export function NoSuchPage() {
  usePageTitle('No such page');
  return (
    <Empty isPage title="There is no such page" hint="The address may be mistyped, or the page was moved.">
      <Button component={Link} to="/">
        Go to the overview
      </Button>
    </Empty>
  );
}
