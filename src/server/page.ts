import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import express, { type RequestHandler } from 'express';
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

/** Serves what the page loads. `src` in that folder is for compilers, and nothing a browser could use. */
export function servePageFiles(folder: string): RequestHandler {
  const files = express.static(folder, { index: false, redirect: false });
  return (request, response, next) => {
    if (request.path.startsWith('/src/')) next();
    else void files(request, response, next);
  };
}
