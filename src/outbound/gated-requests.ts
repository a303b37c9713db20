import type { AxiosRequestConfig } from 'axios';
import { boundedRequest } from './bounded-request.js';

/**
 * How axios has to be set so that the gate alone decides where a request goes,
 * and its caller how much of the answer is read. A redirect would lead past the
 * first check, and a proxy of the environment past all of them.
 */
export const GATED: AxiosRequestConfig = {
  responseType: 'stream',
  maxRedirects: 0,
  proxy: false,
  // Whoever reads the body unpacks it, and counts.
  decompress: false,
  transformResponse: [],
  transport: boundedRequest,
  validateStatus: () => true,
};

/** Who we are, for the servers we ask. */
export const USER_AGENT = 'StoreManagementProcessor/1.0';
