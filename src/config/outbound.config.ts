import { registerAs, type ConfigType } from '@nestjs/config';
import ipaddr from 'ipaddr.js';
import { SettingError } from '../common/setting-error.js';
import { boolFromEnv, listFromEnv } from './env.js';

/** Where requests to addresses that strangers name may go, beside the public internet. */
export const outboundConfig = registerAs('outbound', () => ({
  /** Private networks that are open all the same. */
  allowCidrs: listFromEnv('FETCH_ALLOW_CIDRS').map(cidr),
  allowPrivate: boolFromEnv('FETCH_ALLOW_PRIVATE', false),
}));
export type OutboundConfig = ConfigType<typeof outboundConfig>;

function cidr(text: string): string {
  if (!ipaddr.isValidCIDR(text)) {
    throw new SettingError(`FETCH_ALLOW_CIDRS must list networks like 10.1.0.0/16; "${text}" is not one.`);
  }
  return text;
}
