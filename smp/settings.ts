import { Problem } from './exit.js';

export interface Settings {
  /** Where the service is, without a trailing slash. */
  readonly url: string;
  /** API key; undefined where the service is open. */
  readonly key: string | undefined;
  /** Where files are named from: npm runs its scripts in the folder of the project, whoever called it from where. */
  readonly folder: string;
}

/** The only reader of the environment. */
export function readSettings(env: NodeJS.ProcessEnv = process.env): Settings {
  const url = (env['SMP_URL'] || 'http://localhost:8081').replace(/\/+$/, '');
  if (!/^https?:\/\//.test(url) || !URL.canParse(url)) {
    throw new Problem(
      `SMP_URL is "${url.slice(0, 200)}", but it must be an address like http://localhost:8081.`,
    );
  }
  const key = env['SMP_KEY']?.trim() || undefined;
  if (key !== undefined && !/^[\x21-\x7e]+$/.test(key)) {
    throw new Problem('SMP_KEY has characters that no API key has; keys look like "smp_...".');
  }
  return { url, key, folder: env['INIT_CWD'] || process.cwd() };
}
