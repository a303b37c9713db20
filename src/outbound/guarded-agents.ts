import http from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { AddressRules } from './address-rules.js';
import { hostNames, type HostNames } from './host-names.js';
import { AddressNotAllowedError } from './outbound.errors.js';

/**
 * Idle connections kept for the next request to the same host. Each is a file
 * descriptor, and strangers make up hosts by the thousand, so not for long.
 */
const KEEP_ALIVE = { keepAlive: true, maxFreeSockets: 256, timeout: 10_000 };

/** Said here so that no variable of the environment (NODE_TLS_REJECT_UNAUTHORIZED) says otherwise. */
const CHECKED = { ...KEEP_ALIVE, rejectUnauthorized: true };

/**
 * Refuses a literal address before an agent is asked: an agent keeps a list for every
 * address it was ever asked for and could not connect.
 */
export function assertPermitted({ hostname }: URL, rules: AddressRules): void {
  const literal = hostname.replace(/^\[|\]$/g, '');
  if (isIP(literal) !== 0 && !rules.permit(literal)) throw new AddressNotAllowedError();
}

export interface Agents {
  readonly httpAgent: http.Agent;
  readonly httpsAgent: https.Agent;
}

/**
 * Agents that only connect to addresses the rules permit. The address that was
 * checked is the one that is connected: literals are checked at the connection, once more,
 * names by a look-up that checks every answer and hands on what it checked. A connection
 * is used again for the same name only, and leads where it was checked to lead,
 * whatever the name stands for by then.
 */
export function guardedAgents(rules: AddressRules, names: HostNames = hostNames()): Agents {
  const lookup = guardedLookup(rules, names);
  return { httpAgent: guard(new http.Agent(KEEP_ALIVE)), httpsAgent: guard(new https.Agent(CHECKED)) };

  function guard<T extends http.Agent>(agent: T): T {
    // Agents call this method for each new socket; Node documents it as the place to customise connections.
    const connect = agent.createConnection.bind(agent);
    agent.createConnection = (options, callback) => {
      const host = (options as { host?: string }).host ?? '';
      if (isIP(host) !== 0 && !rules.permit(host)) throw new AddressNotAllowedError();
      return connect({ ...options, lookup }, callback);
    };
    return agent;
  }
}

/** Agents without a check of the address, for the service's own sample pictures alone. */
export function ownAgents(): Agents {
  return { httpAgent: new http.Agent(KEEP_ALIVE), httpsAgent: new https.Agent(CHECKED) };
}

function guardedLookup(rules: AddressRules, names: HostNames): LookupFunction {
  return (hostname, options, callback) => {
    names(hostname)
      .then((answers) => {
        if (!answers.every(({ address }) => rules.permit(address))) throw new AddressNotAllowedError();
        const fitting = options.family ? answers.filter(({ family }) => family === options.family) : answers;
        const chosen = fitting.map(({ address, family }) => ({ address, family }));
        if (options.all) callback(null, chosen);
        else callback(null, chosen[0]?.address ?? '', chosen[0]?.family);
      })
      .catch((error: NodeJS.ErrnoException) => callback(error, ''));
  };
}
