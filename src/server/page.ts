import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import express, { type RequestHandler, type Response } from 'express';
import { setPagePolicy } from './security-headers.js';

/** Stands in the page's HTML where the nonce of the answer belongs; Vite writes it into what it builds (`html.cspNonce`). */
const NONCE_PLACE = /CSP_NONCE_PLACEHOLDER/g;

/**
 * Serves the page itself. Its scripts find the nonce as
 * `document.querySelector('meta[property=csp-nonce]').nonce`; browsers hide it from
 * style sheets and from whatever else might leak it.
 *
 * @param folder where `index.html` is
 */
export function servePage(folder: string): RequestHandler {
  const file = join(folder, 'index.html');
  return async (_, response) => {
    const html = await readFile(file, 'utf8');
    const nonce = setPagePolicy(response);
    // A stored copy would come with a nonce that is not that of its headers.
    response.setHeader('Cache-Control', 'no-store');
    response.type('html').send(html.replaceAll(NONCE_PLACE, nonce));
  };
}

/** What the service has besides the page, in capitals, too; whatever else people open in a browser is an address of the page. */
const NOT_THE_PAGE =
  /^\/((api|docs|docs-json|docs-yaml|health|metrics|queues|samples|assets)(\/|$)|[^/]*\.[^/]*$)/i;

/** Answers people who open an address of the page, as `/jobs/128`. Programs, which ask for JSON or for anything, go on. */
export function servePageAddresses(folder: string): RequestHandler {
  const page = servePage(folder);
  return (request, response, next) => {
    const reads = request.method === 'GET' || request.method === 'HEAD';
    const wantsPage = reads && request.accepts(['json', 'html']) === 'html';
    if (wantsPage && !NOT_THE_PAGE.test(request.path)) return page(request, response, next);
    next();
  };
}

const FILES = { index: false, redirect: false } as const;
const HASHED_FILES = { ...FILES, immutable: true, maxAge: '1y' } as const;

/** Serves what the page loads. Files in `assets` have a hash of their content in their names. */
export function servePageFiles(folder: string): RequestHandler {
  const assets = join(folder, 'assets');
  return express
    .Router()
    .use('/assets', servePacked(assets), express.static(assets, HASHED_FILES))
    .use(express.static(folder, FILES));
}

/**
 * Serves `app.js.gz`, which the build leaves beside `app.js`, as `app.js` to those who take it so. Everybody may ask, as
 * often as they like; packing at each request would be their hold on the processor.
 */
function servePacked(folder: string): RequestHandler {
  const serve = express.static(folder, { ...HASHED_FILES, setHeaders: sayPacked });
  return (request, response, next) => {
    response.vary('Accept-Encoding');
    if (!request.acceptsEncodings('gzip')) return next();
    const { url } = request;
    request.url = url.replace(/(?=\?|$)/, '.gz');
    serve(request, response, (error) => {
      request.url = url;
      response.removeHeader('Content-Encoding'); // what goes on is plain, or an error
      next(error);
    });
  };
}

function sayPacked(response: Response, file: string): void {
  response.type(extname(file.slice(0, -'.gz'.length))).setHeader('Content-Encoding', 'gzip');
}
