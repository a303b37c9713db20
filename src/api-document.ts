import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
import { describeApi } from './docs/openapi.js';

/**
 * Prints the OpenAPI document as JSON, without settings, Postgres or Redis: in
 * preview, Nest knows every controller and starts none. What depends on the
 * place is as in the README.
 */
const app = await NestFactory.create(AppModule.forRole('api'), { preview: true, logger: false });
const place = { publicUrl: 'http://localhost:8081', sessionCookie: 'smp_session_8081' };
process.stdout.write(`${JSON.stringify(describeApi(app, place), null, 2)}\n`);
