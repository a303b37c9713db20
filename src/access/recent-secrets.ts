import { hashOf } from './keys/key-text.js';

/** Remembers the secrets that were used last, by their hashes; the longest unused ones go first. */
export class RecentSecrets {
  private readonly hashes = new Set<string>();

  constructor(private readonly max: number) {}

  has(secret: string): boolean {
    return this.hashes.has(nameOf(secret));
  }

  add(secret: string): void {
    const name = nameOf(secret);
    this.hashes.delete(name);
    this.hashes.add(name);
    const [oldest] = this.hashes;
    if (this.hashes.size > this.max && oldest !== undefined) this.hashes.delete(oldest);
  }

  delete(secret: string): void {
    this.hashes.delete(nameOf(secret));
  }
}

function nameOf(secret: string): string {
  return hashOf(secret).toString('base64');
}
