import type { LoggerService } from '@nestjs/common';
import { pino, type Level, type Logger } from 'pino';
import type { ServerConfig } from '../config/server.config.js';

/** Parts of Nest that tell what the code says already, or what ends the start with a sentence of its own. */
const CHATTY = new Set([
  'InstanceLoader',
  'RoutesResolver',
  'RouterExplorer',
  'NestFactory',
  'NestApplication',
]);

/**
 * Nest's logger on pino: one JSON object a line, or readable lines in development.
 * `log.warn({ job_id }, 'text')` writes the fields beside the text.
 */
export class PinoLogger implements LoggerService {
  readonly pino: Logger;

  constructor({ logLevel, prettyLogs, role }: Pick<ServerConfig, 'logLevel' | 'prettyLogs' | 'role'>) {
    this.pino = pino({
      level: logLevel,
      base: { role, pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      ...(prettyLogs && {
        transport: {
          target: 'pino-pretty',
          options: { ignore: 'pid,role', translateTime: 'SYS:HH:MM:ss.l' },
        },
      }),
    });
  }

  log(message: unknown, ...rest: unknown[]): void {
    this.write('info', message, rest);
  }
  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }
  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }
  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }
  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('trace', message, rest);
  }
  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('fatal', message, rest);
  }

  /** Nest appends the logger's name as the last argument. */
  private write(level: Level, message: unknown, rest: unknown[]): void {
    // .. where there is one: an error is followed by its stack alone.
    const context =
      typeof rest.at(-1) === 'string' && !String(rest.at(-1)).includes('\n') ? rest.pop() : undefined;
    if (CHATTY.has(String(context))) level = 'debug';
    if (message instanceof Error) {
      this.pino[level]({ context, err: message }, message.message);
    } else if (typeof message === 'object' && message !== null) {
      this.pino[level]({ context, ...message }, typeof rest[0] === 'string' ? rest[0] : undefined);
    } else {
      this.pino[level]({ context }, [message, ...rest].map(String).join(' '));
    }
  }
}
