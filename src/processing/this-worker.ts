import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { Inject, Injectable } from '@nestjs/common';
import { processingConfig, type ProcessingConfig } from '../config/processing.config.js';
import { serverConfig, type ServerConfig } from '../config/server.config.js';
import type { WorkerIdentity } from '../jobs/queue/lease.js';

/** Who this worker process is; a restart makes it somebody else. */
@Injectable()
export class ThisWorker implements WorkerIdentity {
  readonly id: string = randomUUID();
  readonly hostname = hostname();
  readonly pid = process.pid;
  readonly role: string;
  readonly imagesInFlight: number;

  constructor(
    @Inject(processingConfig.KEY) { imagesInFlight }: ProcessingConfig,
    @Inject(serverConfig.KEY) { role }: ServerConfig,
  ) {
    this.role = role;
    this.imagesInFlight = imagesInFlight;
  }
}
