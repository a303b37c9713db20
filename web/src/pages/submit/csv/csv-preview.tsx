import { Text } from '@mantine/core';
import { Card } from '../../../parts/card.js';
import { count } from '../../../parts/text.js';
import classes from './csv.module.css';
import type { CsvContent } from './csv-visits.js';

/** The first rows, to see whether the columns are the right ones. */
export function CsvPreview({ content: { preview, rows } }: { readonly content: CsvContent }) {
  const aside = (
    <Text size="xs" c="dimmed">
      {preview.length < rows ? `${preview.length} of ${count(rows)} rows` : 'all rows'}
    </Text>
  );
  return (
    <Card title="How the file begins" aside={aside}>
      <table className={classes.preview} aria-label="First rows of the file">
        <thead>
          <tr>
            <th scope="col">Line</th>
            <th scope="col">store_id</th>
            <th scope="col">image_url</th>
            <th scope="col">visit_time</th>
          </tr>
        </thead>
        <tbody>
          {preview.map(({ line, store_id: storeId, image_url: url, visit_time: time }) => (
            <tr key={line}>
              <td>{line}</td>
              <td>{storeId}</td>
              <td title={url}>{url}</td>
              <td>{time}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
