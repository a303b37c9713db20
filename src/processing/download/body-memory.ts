/** Smallest and largest piece that is kept; photos that were scaled for upload fit in between. */
const MIN_BYTES = 32_768;
const MAX_BYTES = 1_048_576;

/** Unused memory kept in all: enough for 128 photos of 256 KB. */
const MAX_UNUSED_BYTES = 33_554_432;

/**
 * Memory that bodies are read into, used again and again. Fresh memory for each
 * body makes V8 collect the whole heap about three times a second at full speed:
 * it lies outside the heap, and its growth is what a collection is started by.
 */
export class BodyMemory {
  private readonly unused = new Map<number, Buffer[]>();
  private unusedBytes = 0;

  /** @returns memory of at least so many bytes, with anything in it */
  take(bytes: number): Buffer {
    const size = sizeFor(bytes);
    const memory = this.unused.get(size)?.pop();
    if (!memory) return Buffer.allocUnsafeSlow(size);
    this.unusedBytes -= size;
    return memory;
  }

  /** Takes memory back that nobody reads or writes any more. */
  giveBack(memory: Buffer): void {
    const size = memory.length;
    if (size > MAX_BYTES || this.unusedBytes + size > MAX_UNUSED_BYTES) return;
    this.unusedBytes += size;
    const alike = this.unused.get(size);
    if (alike) alike.push(memory);
    else this.unused.set(size, [memory]);
  }
}

/** The next power of two, so that few sizes serve all photos. Large pieces are not kept, so they are exact. */
function sizeFor(bytes: number): number {
  if (bytes > MAX_BYTES) return bytes;
  return Math.max(MIN_BYTES, 2 ** Math.ceil(Math.log2(bytes)));
}
