import { createWriteStream, existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import { EXIT, Problem } from './exit.js';

/** A file that is there only when it is complete. */
export class NewFile {
  /** @param name as people know it */
  constructor(
    private readonly path: string,
    private readonly name: string,
  ) {}

  /** @throws Problem when there is a file of this name, unless it may be replaced */
  assertFree(mayReplace: boolean): void {
    if (!mayReplace && existsSync(this.path)) {
      throw new Problem(`${this.name} is there already; --force replaces it, -o names another file.`);
    }
  }

  /**
   * Writes beside the file, and gives it its name at the end. Ctrl-C and a broken-off
   * download leave nothing under that name.
   *
   * @throws Problem when the download breaks off, or the file cannot be written
   */
  async write(content: ReadableStream): Promise<void> {
    const partial = `${this.path}.${process.pid}.part`;
    const file = createWriteStream(partial);
    const removed = () => rm(partial, { force: true });
    process.once('SIGINT', () => void removed().finally(() => process.exit(EXIT.interrupted)));
    try {
      await pipeline(Readable.fromWeb(content as NodeReadableStream), file);
      await rename(partial, this.path);
    } catch (error) {
      await removed();
      throw new Problem(`${this.name} was not written: ${reasonOf(error)}.`);
    }
  }
}

function reasonOf(error: unknown): string {
  const { code, message, syscall } = error as NodeJS.ErrnoException;
  if (syscall) return `${syscall} ${code}`;
  return `the download broke off (${code ?? message})`;
}
