import type { Request, Response } from 'express';
import type { AccessConfig } from '../../config/access.config.js';

/** How long a sign-in lasts; a working day and a half. */
export const SESSION_HOURS = 12;

/** 256 random bits as base64url. */
const TOKEN = /^[\w-]{43}$/;

type CookieConfig = Pick<AccessConfig, 'sessionCookie' | 'secureCookies'>;

/** The token in the session cookie of a request; a text that cannot be one is none. */
export function sessionTokenOf({ headers }: Request, { sessionCookie }: CookieConfig): string | undefined {
  const prefix = `${sessionCookie}=`;
  const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim());
  const token = pairs.find((pair) => pair.startsWith(prefix))?.slice(prefix.length);
  return token !== undefined && TOKEN.test(token) ? token : undefined;
}

/** Lets the browser keep the token: for this host alone, out of the reach of scripts and of other sites. */
export function setSessionCookie(response: Response, token: string, config: CookieConfig): void {
  response.cookie(config.sessionCookie, token, {
    ...attributes(response, config),
    maxAge: SESSION_HOURS * 3_600_000,
  });
}

export function clearSessionCookie(response: Response, config: CookieConfig): void {
  response.clearCookie(config.sessionCookie, attributes(response, config));
}

function attributes({ req: request }: Response, { secureCookies }: CookieConfig) {
  return { httpOnly: true, sameSite: 'strict', path: '/', secure: secureCookies || request.secure } as const;
}
