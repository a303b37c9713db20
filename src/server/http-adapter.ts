import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { ExpressAdapter } from '@nestjs/platform-express';
import { answerUnreadable, MAX_HEAD_BYTES, refuseTunnel } from './unreadable-request.js';

/** From the first byte of a request to the end of its headers. */
const HEAD_TIMEOUT_MS = 15_000;

/** Longer than the 60 s after which load balancers usually drop an idle connection, so that they never send into a closed one. */
const KEEP_ALIVE_MS = 65_000;

/** How often late requests are looked for; Node's default of 30 s would double a short time-out. */
const LATENESS_CHECK_MS = 1_000;

/** Express on a server that gives slow and malformed requests an end, and an answer in the shape of all errors. */
export class HttpAdapter extends ExpressAdapter {
  /** @param requestTimeoutMs from the first to the last byte of a request */
  constructor(private readonly requestTimeoutMs: number) {
    super();
  }

  override initHttpServer(): void {
    const server = createServer(
      {
        maxHeaderSize: MAX_HEAD_BYTES,
        headersTimeout: Math.min(HEAD_TIMEOUT_MS, this.requestTimeoutMs),
        requestTimeout: this.requestTimeoutMs,
        keepAliveTimeout: KEEP_ALIVE_MS,
        connectionsCheckingInterval: LATENESS_CHECK_MS,
        insecureHTTPParser: false,
        // Node would answer without a body; limitHead checks it.
        requireHostHeader: false,
      },
      this.getInstance<(request: IncomingMessage, response: ServerResponse) => void>(),
    );
    // Node would silently drop the headers above 2,000; limitHead refuses far fewer.
    server.maxHeadersCount = 0;
    server.on('clientError', answerUnreadable);
    server.on('connect', refuseTunnel);
    // Without a listener Node answers an unknown expectation itself; limitHead does.
    server.on('checkExpectation', (request, response) => server.emit('request', request, response));
    this.httpServer = server;
  }
}
