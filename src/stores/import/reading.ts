import { createHash } from 'node:crypto';
import { RejectList } from '../csv/reject.js';
import { StoreCsv } from '../csv/store-csv.js';
import { MAX_LENGTH } from '../csv/store-row.js';
import { copyLine } from './copy-text.js';
import type { ImportProgress } from './import-result.js';

/** One file on its way into the temporary table, and what has been seen of it so far. */
export class Reading {
  readonly rejects = new RejectList();
  rows = 0;
  private bytes = 0;
  private readonly hash = createHash('sha256');
  private readonly csv: StoreCsv;

  /**
   * @param withMentions also passes on whatever a bad row may mean as a store id, so
   * that a store is not taken for missing because its row is bad
   */
  constructor(
    private readonly file: AsyncIterable<Buffer>,
    private readonly withMentions: boolean,
    private readonly onProgress: ImportProgress,
  ) {
    this.csv = new StoreCsv(this.watched());
  }

  /** Of all bytes, hexadecimal; call it once, at the end. */
  sha256(): string {
    return this.hash.digest('hex');
  }

  get hasCoordinates(): boolean {
    return this.csv.hasCoordinates;
  }

  /**
   * Lines for COPY: `line, accepted, id, name, area_code, latitude, longitude, coordinates_source`.
   * Bad rows are counted, and at most mentioned with their possible ids.
   *
   * @throws UnreadableCsvError
   */
  async *stagedLines(): AsyncGenerator<string> {
    for await (const entry of this.csv.entries()) {
      this.rows += 1;
      if ('row' in entry) {
        const { id, name, areaCode, latitude, longitude, coordinatesSource } = entry.row;
        yield copyLine([entry.line, true, id, name, areaCode, latitude, longitude, coordinatesSource]);
        continue;
      }
      this.rejects.add({ line: entry.line, reason: entry.reason });
      if (this.withMentions) yield* mentionLines(entry.line, entry.mentions);
    }
  }

  private async *watched(): AsyncGenerator<Buffer> {
    for await (const chunk of this.file) {
      this.hash.update(chunk);
      this.bytes += chunk.length;
      this.onProgress(this.bytes, this.rows);
      yield chunk;
    }
  }
}

function* mentionLines(line: number, mentions: readonly string[]): Generator<string> {
  for (const id of mentions) {
    if (id.length > MAX_LENGTH.id || id.includes('\0')) continue;
    yield copyLine([line, false, id, ...Array<undefined>(5)]);
  }
}
