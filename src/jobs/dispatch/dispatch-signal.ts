import { Injectable } from '@nestjs/common';
import { SignalBus } from '../../redis/signal-bus.js';

const CHANNEL = 'smp:dispatch';

/** Tells the dispatcher, in whichever process it runs, that there may be something to hand out. */
@Injectable()
export class DispatchSignal {
  constructor(private readonly bus: SignalBus) {}

  /** Never waits and never fails; the dispatcher looks by itself every 250 ms. */
  wake(): void {
    this.bus.send(CHANNEL);
  }

  onWake(listener: () => void): void {
    this.bus.listen(CHANNEL, listener);
  }
}
