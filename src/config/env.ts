import { SettingError } from '../common/setting-error.js';

interface Bounds {
  readonly min: number;
  readonly max: number;
}

/** An integer within bounds, or the default when the variable is unset or empty. */
export function intFromEnv(name: string, fallback: number, { min, max }: Bounds): number {
  const text = process.env[name]?.trim();
  if (!text) return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < min || value > max) {
    throw new SettingError(`${name} must be a whole number from ${min} to ${max}, not "${cut(text)}".`);
  }
  return value;
}

/** `true` or `false`, spelled like that. */
export function boolFromEnv(name: string, fallback: boolean): boolean {
  return enumFromEnv(name, ['true', 'false'], fallback ? 'true' : 'false') === 'true';
}

/** One of a few words. */
export function enumFromEnv<T extends string>(name: string, words: readonly T[], fallback: T): T {
  const text = process.env[name]?.trim();
  if (!text) return fallback;
  const word = words.find((candidate) => candidate === text);
  if (word === undefined)
    throw new SettingError(`${name} must be ${words.join(' or ')}, not "${cut(text)}".`);
  return word;
}

/** Any text; surrounding space is dropped, an empty value counts as unset. */
export function textFromEnv(name: string, fallback: string): string {
  return process.env[name]?.trim() || fallback;
}

/** A URL of one of the schemes given (`postgres:`), in its normalised form. */
export function urlFromEnv(name: string, schemes: readonly string[], fallback?: string): string {
  const text = textFromEnv(name, fallback ?? '');
  if (!text) throw new SettingError(`${name} is not set; it must be a ${schemes.join(' or ')} URL.`);
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !schemes.includes(url.protocol)) {
    // The value may hold a password, so it is not echoed.
    throw new SettingError(`${name} must be a ${schemes.join(' or ')} URL; its value cannot be read as one.`);
  }
  return url.href;
}

/** Whether the variable is there at all; an empty one is. */
export function isSet(name: string): boolean {
  return process.env[name] !== undefined;
}

/** A comma separated list; blanks around entries and empty entries are dropped. */
export function listFromEnv(name: string): string[] {
  return textFromEnv(name, '')
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean);
}

function cut(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}...` : text;
}
