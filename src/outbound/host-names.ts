import dns, { type LookupAddress, type LookupAllOptions } from 'node:dns';
import CacheableLookup from 'cacheable-lookup';
import { Semaphore } from '../common/semaphore.js';

/** Every address a name stands for. */
export type HostNames = (hostname: string) => Promise<readonly LookupAddress[]>;

type Answer = (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void;

/**
 * Asks name servers itself: dns.lookup would take the threads that decode
 * images. The system is asked for what they do not know (/etc/hosts, names without
 * a domain), one name at a time, so that names whose servers let the system wait
 * hold one thread at the most.
 */
export function hostNames(): HostNames {
  const system = new Semaphore(1);
  const lookup = (hostname: string, options: LookupAllOptions, answer: Answer): void => {
    const asked = () =>
      new Promise<void>((done) => {
        dns.lookup(hostname, options, (error, addresses) => {
          answer(error, addresses);
          done();
        });
      });
    void system.use(asked);
  };
  const resolver = new CacheableLookup({ maxTtl: 60, errorTtl: 1, lookup: lookup as typeof dns.lookup });
  return async (hostname) => {
    // The resolver keeps its questions in a plain object.
    if (hostname in Object.prototype) throw Object.assign(new Error('No such host'), { code: 'ENOTFOUND' });
    return resolver.lookupAsync(hostname, { all: true });
  };
}
