import { UnreadableCsvError } from './reject.js';

const QUOTE = 0x22;
const COMMA = 0x2c;
const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;

/** Stands for a quote that is only a character of its value. No valid UTF-8 contains it. */
export const LITERAL_QUOTE = 0xff;
/** As invalid in UTF-8 as the 0xff it replaces, so the row is rejected all the same. */
const FOREIGN_BYTE = 0xfe;

/** Longest row, quoted line breaks included; the longest values allowed need a thirtieth of it. */
export const MAX_ROW_BYTES = 65_536;

type State = 'start' | 'plain' | 'quoted' | 'closing';

/**
 * Rewrites quotes to what csv-parser reads reliably, byte by byte, keeping the
 * length of the text.
 *
 * csv-parser lets any quote open or close a quoted value, so one stray quote
 * (`5" PIPE`) swallows the rows up to the next one. Here a quote opens a value
 * only at its start and closes it only at its end; others become
 * `LITERAL_QUOTE`. Spaces around a quoted value move inside it, to be trimmed
 * there.
 */
export class QuoteNormalizer {
  private state: State = 'start';
  /** Spaces held back until it is known on which side of a quote they belong. */
  private spaces = 0;
  private out = Buffer.alloc(0);
  private length = 0;
  private rowBytes = 0;
  private line = 1;
  private rowLine = 1;
  private row = 0;

  /** Rows that take several lines: number of the row (the first is 0) -> line breaks inside it. The reader deletes what it has used. */
  readonly innerBreaks = new Map<number, number>();

  /**
   * @returns the rewritten text as far as it is certain, in a buffer of its own
   * @throws UnreadableCsvError when a row does not end within `MAX_ROW_BYTES`
   */
  push(chunk: Buffer): Buffer {
    // At most a quote and some spaces are held back, a row's worth in all.
    this.begin(chunk.length + this.spaces + 2);
    for (const byte of chunk) this.take(byte);
    return this.out.subarray(0, this.length);
  }

  /** Number of the last row, when the text ended inside a quoted value. */
  unclosedRow?: number;

  /** @returns what was held back */
  end(): Buffer {
    this.begin(this.spaces + 1);
    if (this.state === 'quoted') this.unclosedRow = this.row;
    this.putSpaces();
    if (this.state === 'closing') this.put(QUOTE);
    return this.out.subarray(0, this.length);
  }

  private take(byte: number): void {
    if (++this.rowBytes > MAX_ROW_BYTES) throw this.endless();
    if (byte === LITERAL_QUOTE) byte = FOREIGN_BYTE;
    if (byte === LF) this.line += 1;
    switch (this.state) {
      case 'start':
        return this.takeAtStart(byte);
      case 'plain':
        if (byte === COMMA || byte === LF) return this.endValue(byte);
        return this.put(byte === QUOTE ? LITERAL_QUOTE : byte);
      case 'quoted':
        if (byte === QUOTE) this.state = 'closing';
        else this.put(byte);
        return;
      case 'closing':
        return this.takeAfterQuote(byte);
    }
  }

  private takeAtStart(byte: number): void {
    if (byte === SPACE) {
      this.spaces += 1;
      return;
    }
    if (byte === QUOTE) {
      this.put(QUOTE);
      this.putSpaces();
      this.state = 'quoted';
      return;
    }
    this.putSpaces();
    if (byte === COMMA || byte === LF) return this.endValue(byte);
    this.put(byte);
    this.state = 'plain';
  }

  /** After a quote inside a quoted value: it ends the value, is the first half of a pair, or is only a character. */
  private takeAfterQuote(byte: number): void {
    if (byte === SPACE) {
      this.spaces += 1;
    } else if (byte === COMMA || byte === LF || byte === CR) {
      this.putSpaces();
      this.put(QUOTE);
      if (byte !== CR) return this.endValue(byte);
      this.put(CR);
      this.state = 'plain';
    } else if (byte === QUOTE && this.spaces === 0) {
      this.put(QUOTE);
      this.put(QUOTE);
      this.state = 'quoted';
    } else {
      this.put(LITERAL_QUOTE);
      this.putSpaces();
      if (byte !== QUOTE) {
        this.put(byte);
        this.state = 'quoted';
      }
    }
  }

  private endValue(separator: number): void {
    this.put(separator);
    this.state = 'start';
    if (separator === COMMA) return;
    const breaks = this.line - this.rowLine - 1;
    if (breaks > 0) this.innerBreaks.set(this.row, breaks);
    this.row += 1;
    this.rowLine = this.line;
    this.rowBytes = 0;
  }

  private begin(size: number): void {
    this.out = Buffer.allocUnsafe(size);
    this.length = 0;
  }

  private put(byte: number): void {
    this.out[this.length++] = byte;
  }

  private putSpaces(): void {
    for (; this.spaces > 0; this.spaces -= 1) this.put(SPACE);
  }

  private endless(): UnreadableCsvError {
    const cause =
      this.state === 'quoted' ? 'a closing quote is probably missing' : 'this is hardly a CSV file';
    return new UnreadableCsvError(this.rowLine, `The row is longer than ${MAX_ROW_BYTES} bytes; ${cause}.`);
  }
}
