import type { Scope } from '../../data/session.js';

/** What each scope is for. */
export const SCOPE_WORDS: Record<Scope, { readonly about: string; readonly may: string }> = {
  read: { about: 'Sees jobs, stores and results; changes nothing.', may: 'see jobs, stores and results' },
  submit: {
    about:
      'Hands in jobs, and cancels or retries them. Does not include read: for field apps that need to see nothing.',
    may: 'hand in, cancel and retry jobs',
  },
  admin: {
    about: 'Everything: also the Store Master, keys, webhooks and the audit log.',
    may: 'do everything',
  },
};

export const SCOPES = Object.keys(SCOPE_WORDS) as Scope[];
