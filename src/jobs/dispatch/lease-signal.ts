import { Injectable } from '@nestjs/common';
import { SignalBus } from '../../redis/signal-bus.js';

const CHANNEL = 'smp:leases';

/** Tells all workers that leases were taken away, so that they look which they still hold. */
@Injectable()
export class LeaseSignal {
  constructor(private readonly bus: SignalBus) {}

  /** Never waits and never fails; workers look by themselves as often as they renew. */
  revoked(): void {
    this.bus.send(CHANNEL);
  }

  onRevoked(listener: () => void): void {
    this.bus.listen(CHANNEL, listener);
  }
}
