/**
 * The result of some work, unless it takes too long. An answer that has come
 * while this process was busy counts, however late it can be read.
 *
 * @throws Error when there is no result in time, or the work's own error
 */
export async function inTime<T>(work: Promise<T>, deadlineMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    // Timers go before input, so a loop that was blocked would not have read what is waiting.
    timer = setTimeout(() => setImmediate(() => reject(new Error('No answer in time'))), deadlineMs);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
