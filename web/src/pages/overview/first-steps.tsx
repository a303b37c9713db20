import { Button, Group, Image, List, Text } from '@mantine/core';
import { Link } from 'react-router';
import { useAreas } from '../../data/areas.js';
import { useMay } from '../../data/session.js';
import { Card } from '../../parts/card.js';
import { counted } from '../../parts/text.js';

/** Photos the service ships. */
const SAMPLES = ['shelf-1.jpg', 'shelf-2.png', 'shelf-3.webp', 'shelf-4.gif'];

/** In place of figures while there are none: what to do first. */
export function FirstSteps() {
  const stores = useStores();
  const maySubmit = useMay('submit');
  const isEmpty = stores?.stores === 0;
  return (
    <Card title="Nothing was submitted yet" maw={720}>
      <List type="ordered" spacing="md" mt="xs">
        <List.Item>
          <Text fw={600}>The Store Master</Text>
          <Text size="sm" c="dimmed">
            {stores ? sayStores(stores) : 'The list of all stores that can be visited.'}
          </Text>
          {isEmpty && (
            <Button component={Link} to="/store-master" mt="xs" size="xs">
              Load a Store Master
            </Button>
          )}
        </List.Item>
        <List.Item>
          <Text fw={600}>Submit your first job</Text>
          <Text size="sm" c="dimmed">
            A job is a list of store visits with the addresses of their photos. The service has sample photos
            of its own, which work without internet.
          </Text>
          <Group gap="xs" mt="xs">
            {SAMPLES.map((name) => (
              <Image key={name} src={`/samples/${name}`} alt="" w={96} h={72} radius="sm" fit="cover" />
            ))}
          </Group>
          {maySubmit ? (
            <Group gap="xs" mt="xs">
              <Button component={Link} to="/submit" size="xs" variant={isEmpty ? 'default' : 'filled'}>
                Submit with sample photos
              </Button>
              <Button component="a" href="/docs" size="xs" variant="default">
                Use the API
              </Button>
            </Group>
          ) : (
            <Text size="sm">Your API key may only read; one with the scope “submit” can begin.</Text>
          )}
        </List.Item>
        <List.Item>
          <Text fw={600}>Watch it here</Text>
          <Text size="sm" c="dimmed">
            The job appears on this page by itself, with its progress, its speed and the time it has left.
          </Text>
        </List.Item>
      </List>
    </Card>
  );
}

/** All stores and areas; undefined until they are known. */
function useStores() {
  const { data: areas } = useAreas();
  return areas && { areas: areas.length, stores: areas.reduce((sum, area) => sum + area.stores, 0) };
}

function sayStores({ stores, areas }: { readonly stores: number; readonly areas: number }): string {
  if (stores === 0) return 'It is empty: without stores there is nothing to visit.';
  return `${counted(stores, 'store')} in ${counted(areas, 'area')} can be visited.`;
}
