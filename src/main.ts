import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AppModule } from './app.module.js';
import { setUpApp } from './app.setup.js';
import { configs } from './config/configs.js';
import { databaseConfig } from './config/database.config.js';
import { serverConfig } from './config/server.config.js';
import { migrate } from './database/migrator.js';
import { PinoLogger } from './logging/pino-logger.js';
import { HttpAdapter } from './server/http-adapter.js';
import { stopGracefully } from './shutdown.js';
import { startProblem } from './common/start-problem.js';

async function main(): Promise<void> {
  for (const read of configs) read();
  const { host, port, role, requestTimeoutMs, ...logging } = serverConfig();
  const database = databaseConfig();
  const logger = new PinoLogger({ role, ...logging });

  if (database.migrateOnStart) await migrate(database);
  const app = await NestFactory.create<NestExpressApplication>(
    AppModule.forRole(role),
    new HttpAdapter(requestTimeoutMs),
    {
      abortOnError: false,
      bodyParser: false,
      logger,
    },
  );
  setUpApp(app, logger);
  await app.listen(port, host);
  stopGracefully(app, logger);
  logger.log(`Ready on http://${host}:${port} as ${role}`, 'Main');
  process.send?.({ type: 'ready' });
}

main().catch((error: unknown) => {
  process.stderr.write(`${startProblem(error)}\n`);
  process.exit(1);
});
