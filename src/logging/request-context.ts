import { AsyncLocalStorage } from 'node:async_hooks';

/** Fields that every log line written while a request is handled carries. */
export const requestContext = new AsyncLocalStorage<{ readonly request_id: string }>();
