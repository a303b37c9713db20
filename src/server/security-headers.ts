import { randomBytes } from 'node:crypto';
import type { RequestHandler, Response } from 'express';
import helmet from 'helmet';

type Directives = Readonly<Record<string, readonly string[]>>;

/** Nothing an answer of the API may cause a browser to do is wanted. */
const NOTHING: Directives = {
  'default-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
};

/** Pages of libraries write styles into themselves; their scripts are files of ours, like all they load. */
const TOOL: Directives = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:'],
  'font-src': ["'self'", 'data:'],
  'connect-src': ["'self'"],
  'base-uri': ["'self'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
};

const PAGE: Directives = {
  'default-src': ["'self'"],
  'script-src': ["'self'"],
  // Charts place their tooltips by style attributes; whole style elements need the nonce.
  'style-src-attr': ["'unsafe-inline'"],
  // Photos come from wherever the field apps keep them.
  'img-src': ["'self'", 'data:', 'http:', 'https:'],
  'connect-src': ["'self'"],
  'object-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
};

/** What every answer says to browsers, unless its route says otherwise: run nothing, load nothing, show it nowhere. */
export const securityHeaders: RequestHandler = helmet({
  contentSecurityPolicy: { useDefaults: false, directives: NOTHING },
  xFrameOptions: { action: 'deny' },
});

/** What a caller may see stays with them: no shared cache keeps it, nor a browser after they have signed out. */
export const neverStored: RequestHandler = (_, response, next) => {
  response.setHeader('Cache-Control', 'no-store');
  next();
};

/** For the pages that come with libraries: the API documentation, the queue. */
export const toolPolicy: RequestHandler = (_, response, next) => {
  setPolicy(response, TOOL);
  next();
};

/**
 * Sets the policy of our own page.
 *
 * @returns the nonce that a style element of this one answer must carry
 */
export function setPagePolicy(response: Response): string {
  const nonce = randomBytes(16).toString('base64');
  setPolicy(response, { ...PAGE, 'style-src': ["'self'", `'nonce-${nonce}'`] });
  return nonce;
}

function setPolicy(response: Response, directives: Directives): void {
  const policy = Object.entries(directives).map(([name, sources]) => `${name} ${sources.join(' ')}`);
  response.setHeader('Content-Security-Policy', policy.join('; '));
}
