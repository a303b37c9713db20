import { registerAs, type ConfigType } from '@nestjs/config';
import { boolFromEnv, enumFromEnv, intFromEnv, textFromEnv, urlFromEnv } from './env.js';

export type Role = 'all' | 'api' | 'worker';

export const serverConfig = registerAs('server', () => {
  const port = intFromEnv('PORT', 8081, { min: 1, max: 65_535 });
  return {
    port,
    /** Address to listen on; loopback unless set, so nothing is exposed by accident. */
    host: textFromEnv('HOST', '127.0.0.1'),
    /** How people reach the service, without a trailing slash. */
    publicUrl: urlFromEnv('PUBLIC_URL', ['http:', 'https:'], `http://localhost:${port}`).replace(/\/+$/, ''),
    /** From the first to the last byte of a request; 256 MB of CSV in five minutes are 7 Mbit/s. */
    requestTimeoutMs: intFromEnv('REQUEST_TIMEOUT_MS', 300_000, { min: 1_000, max: 3_600_000 }),
    role: enumFromEnv<Role>('ROLE', ['all', 'api', 'worker'], 'all'),
    logLevel: enumFromEnv(
      'LOG_LEVEL',
      ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
      'info',
    ),
    /** Lines for people instead of JSON, when a person is looking. */
    prettyLogs: boolFromEnv('LOG_PRETTY', process.stdout.isTTY ?? false),
  };
});
export type ServerConfig = ConfigType<typeof serverConfig>;
