import http, { type ClientRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import https from 'node:https';
import { EndlessInterimAnswersError, UpgradeRefusedError } from './outbound.errors.js';

/** All headers of an answer together; more end the request as HPE_HEADER_OVERFLOW. */
const MAX_HEADER_BYTES = 16_384;

/** Answers of the kind "wait, there is more to come" (status 1xx) before the real one; one or two are usual. */
const MAX_INTERIM_ANSWERS = 16;

/** What axios sends requests through: Node's own client, with a limit on all that can come before a body. */
export const boundedRequest = {
  request(options: RequestOptions, onAnswer: (answer: IncomingMessage) => void): ClientRequest {
    const { request } = options.protocol === 'https:' ? https : http;
    const sent = request({ ...options, maxHeaderSize: MAX_HEADER_BYTES }, onAnswer);
    let interim = 0;
    sent.on('information', () => {
      interim += 1;
      if (interim > MAX_INTERIM_ANSWERS) sent.destroy(new EndlessInterimAnswersError(MAX_INTERIM_ANSWERS));
    });
    // Nobody asked for another protocol. Node takes the request for done by then, so it has to be told.
    sent.on('upgrade', ({ statusCode = 101 }, socket) => {
      socket.destroy();
      sent.emit('error', new UpgradeRefusedError(statusCode));
    });
    return sent;
  },
};
