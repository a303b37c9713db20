import type { NestExpressApplication } from '@nestjs/platform-express';
import type { PinoLogger } from './logging/pino-logger.js';

/** Time to stop in; whatever still runs then is abandoned, and its lease brings it back elsewhere. */
const GRACE_MS = 30_000;

/** A request that has not ended by then, such as an upload that stopped half-way, is cut off. */
const REQUEST_GRACE_MS = 10_000;

/**
 * Ends the process in order at SIGTERM, SIGINT, or when the parent that holds
 * its IPC channel is gone. A second signal changes nothing.
 */
export function stopGracefully(app: NestExpressApplication, logger: PinoLogger): void {
  let stopping = false;
  const stop = (reason: string): void => {
    if (stopping) return;
    stopping = true;
    logger.log(`Stopping (${reason})`, 'Main');
    setTimeout(() => process.exit(1), GRACE_MS).unref();
    setTimeout(() => app.getHttpServer().closeAllConnections(), REQUEST_GRACE_MS).unref();
    app.close().then(
      () => process.exit(0),
      (error: unknown) => {
        logger.error({ err: error }, 'Stopping failed', 'Main');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  process.on('disconnect', () => stop('the launcher is gone'));
}
