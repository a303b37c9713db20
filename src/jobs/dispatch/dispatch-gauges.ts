import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MetricsService } from '../../metrics/metrics.service.js';
import { DispatchRepository } from './dispatch.repository.js';
import { windowSize } from './window.js';

/** Figures about the work of all processes, read from the database when somebody looks. */
@Injectable()
export class DispatchGauges implements OnModuleInit {
  constructor(
    private readonly metrics: MetricsService,
    private readonly dispatch: DispatchRepository,
  ) {}

  onModuleInit(): void {
    const window = () => this.dispatch.window();
    this.metrics.addGauge('smp_workers', 'Live worker processes.', async () => (await window()).liveWorkers);
    this.metrics.addGauge('smp_window_images', 'Images that may be handed out at once.', async () =>
      windowSize(await window()),
    );
    this.metrics.addGauge(
      'smp_outstanding_images',
      'Images handed out and not settled.',
      async () => (await window()).outstanding,
    );
    this.metrics.addGauge('smp_backlog_images', 'Images of accepted jobs that are not settled.', () =>
      this.dispatch.backlog(),
    );
  }
}
