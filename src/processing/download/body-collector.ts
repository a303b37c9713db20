import type { Readable } from 'node:stream';
import type { BodyMemory } from './body-memory.js';

export interface Allowance {
  /** Memory to begin with. */
  readonly startBytes: number;
  /** Bytes that may be held without asking; at least those to begin with. */
  readonly firstBytes: number;
  /** The stream fails when it brings more. */
  readonly maxBytes: number;
  /** Waits until so many bytes may be held. */
  readonly grow: (toBytes: number) => Promise<void>;
  readonly tooLarge: () => Error;
}

export interface Collected {
  readonly bytes: Buffer;
  /** What `bytes` is a part of. */
  readonly memory: Buffer;
}

/**
 * Reads a stream to its end into one piece of memory. Nothing of the stream's own
 * is kept: a body sent byte by byte would otherwise cost a hundred bytes for
 * each of its bytes. For the same reason its data is taken as it comes, not by iteration,
 * which lets it pile up.
 *
 * @returns bytes within memory that `allowance` was asked for
 */
export function collect(stream: Readable, allowance: Allowance, pool: BodyMemory): Promise<Collected> {
  const { startBytes, maxBytes, grow, tooLarge } = allowance;
  return new Promise((resolve, reject) => {
    if (stream.destroyed) return reject(stream.errored ?? connectionLost());
    let memory = pool.take(startBytes);
    let allowedBytes = allowance.firstBytes;
    let length = 0;
    /** A piece that waits for memory; the stream may end meanwhile. */
    let waiting: Promise<void> | undefined;

    const add = (chunk: Buffer) => {
      const needed = length + chunk.length;
      if (needed > memory.length) {
        const filled = memory;
        memory = pool.take(allowedBytes);
        filled.copy(memory, 0, 0, length);
        pool.giveBack(filled);
      }
      length += chunk.copy(memory, length);
    };
    const onData = (chunk: Buffer) => {
      const needed = length + chunk.length;
      if (needed > maxBytes) {
        stream.destroy(tooLarge());
      } else if (needed <= allowedBytes) {
        add(chunk);
      } else {
        // Four times what has come: whoever claims much and sends little gets little. Doubling left 30 MB of
        // outgrown pieces behind each photo of 20 MB.
        const wanted = Math.min(maxBytes, Math.max(needed, 4 * length));
        stream.pause();
        waiting = grow(wanted)
          .then(() => {
            allowedBytes = wanted;
            add(chunk);
            stream.resume();
          })
          .catch(onError);
      }
    };
    const onEnd = () => {
      letGo();
      void Promise.resolve(waiting).then(() => resolve({ bytes: memory.subarray(0, length), memory }));
    };
    const onError = (error: Error) => {
      letGo();
      reject(error);
    };
    const onClose = () => {
      if (!stream.readableEnded) onError(connectionLost());
    };
    /** A kept connection may keep the stream, which must not keep the body; an error that comes now is nobody's. */
    const letGo = () => {
      stream.off('data', onData).off('end', onEnd).off('error', onError).off('close', onClose);
      stream.on('error', ignore);
    };
    stream.on('data', onData).on('end', onEnd).on('error', onError).on('close', onClose);
  });
}

/** Outside of everything: a function that is written inside keeps what its surroundings know. */
const ignore = () => undefined;

/** A stream that closed before its end, for a reason nobody gave. */
function connectionLost(): Error {
  return Object.assign(new Error('The connection closed before the end'), { code: 'ECONNRESET' });
}
