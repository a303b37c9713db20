import { Anchor, Code, Progress, Table } from '@mantine/core';
import { Link } from 'react-router';
import { sharesOf } from './code-shares.js';
import { count, percent } from './text.js';

interface CodeListProps {
  /** Failed images by code. */
  readonly codes: Readonly<Record<string, number>>;
  /** Where a code leads. */
  readonly hrefOf: (code: string) => string;
}

/** Why images failed: the codes that count most first, each with its share of all failures. */
export function CodeList({ codes, hrefOf }: CodeListProps) {
  return (
    <Table aria-label="Failed images by error code" verticalSpacing={6} horizontalSpacing={4}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">Code</Table.Th>
          <Table.Th scope="col" ta="right" w={80}>
            Images
          </Table.Th>
          <Table.Th scope="col" ta="right" w={76}>
            Share
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {sharesOf(codes).map(({ code, images, share }) => (
          <Table.Tr key={code}>
            <Table.Td>
              <Anchor component={Link} to={hrefOf(code)} underline="hover">
                <Code bg="transparent" p={0} c="inherit">
                  {code}
                </Code>
              </Anchor>
              <Progress value={share} size={4} color="var(--bad-fill)" aria-hidden mt={4} />
            </Table.Td>
            <Table.Td ta="right">{count(images)}</Table.Td>
            <Table.Td ta="right">{percent(share)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
