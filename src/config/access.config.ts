import { registerAs, type ConfigType } from '@nestjs/config';
import ipaddr from 'ipaddr.js';
import { isLoopbackHost } from '../common/loopback.js';
import { SettingError } from '../common/setting-error.js';
import { enumFromEnv, isSet, listFromEnv } from './env.js';
import { serverConfig } from './server.config.js';

/**
 * Who gets in. `open`: everybody on this machine; `keys`: whoever shows an API
 * key; `off`: everybody, because the operator said so.
 */
export type AccessMode = 'open' | 'keys' | 'off';

/** Names that Express knows for networks of proxies. */
const PROXY_NETWORKS = ['loopback', 'linklocal', 'uniquelocal'];

export const accessConfig = registerAs('access', () => {
  const { host, publicUrl } = serverConfig();
  const bindsLoopback = isLoopbackHost(host);
  const auth = enumFromEnv('AUTH', ['auto', 'on', 'off'], 'auto');
  const local: AccessMode = bindsLoopback ? 'open' : 'keys';
  const mode: AccessMode = auth === 'auto' ? local : auth === 'on' ? 'keys' : 'off';
  const { port, protocol } = new URL(publicUrl);
  return {
    mode,
    /** Only this machine can connect. */
    bindsLoopback,
    /** Browsers keep cookies per host and not per port; two copies on one machine must not share one. */
    sessionCookie: port ? `smp_session_${port}` : 'smp_session',
    /** People come by https, whatever a proxy in front makes of it. */
    secureCookies: protocol === 'https:',
    /** Pages that may read, and submit: those of these origins, or of any. */
    corsOrigins: isSet('CORS_ORIGINS') ? listFromEnv('CORS_ORIGINS').map(origin) : ('any' as const),
    trustedProxies: trustedProxies(listFromEnv('TRUST_PROXY')),
    /** Makes an admin key at a start that finds none, and prints it. */
    printsFirstKey: enumFromEnv('FIRST_ADMIN_KEY', ['none', 'print'], 'none') === 'print',
  };
});
export type AccessConfig = ConfigType<typeof accessConfig>;

function origin(text: string): string {
  if (URL.canParse(text) && new URL(text).origin === text) return text;
  throw new SettingError(
    `CORS_ORIGINS must list origins like https://app.example.com; "${text}" is not one.`,
  );
}

/** @returns as Express takes it: a number of hops, or the addresses of the proxies */
function trustedProxies(entries: readonly string[]): number | string[] {
  if (entries.length === 1 && /^\d$/.test(entries[0] ?? '')) return Number(entries[0]);
  const strange = entries.find(
    (entry) => !PROXY_NETWORKS.includes(entry) && !ipaddr.isValid(entry) && !ipaddr.isValidCIDR(entry),
  );
  if (strange === undefined) return [...entries];
  throw new SettingError(
    `TRUST_PROXY must be a number of proxies up to 9, or list their addresses or networks; "${strange}" is not one.`,
  );
}
