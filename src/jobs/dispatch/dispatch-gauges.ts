import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MetricsService } from '../../metrics/metrics.service.js';
import { DispatchRepository } from './dispatch.repository.js';
import { windowSize, type WindowState } from './window.js';

/** Figures about the work of all processes, read from the database when somebody looks. */
@Injectable()
export class DispatchGauges implements OnModuleInit {
  private reading?: Promise<WindowState>;

  constructor(
    private readonly metrics: MetricsService,
    private readonly dispatch: DispatchRepository,
  ) {}

  onModuleInit(): void {
    this.addGauge('smp_workers', 'Live worker processes.', ({ liveWorkers }) => liveWorkers);
    this.addGauge('smp_window_images', 'Images that may be handed out at once.', windowSize);
    this.addGauge(
      'smp_outstanding_images',
      'Images handed out and not settled.',
      (state) => state.outstanding,
    );
    this.addGauge('smp_dispatch_paused', '1 while somebody has paused everything.', ({ paused }) =>
      Number(paused),
    );
    this.metrics.addGauge('smp_backlog_images', 'Images of accepted jobs that are not settled.', () =>
      this.dispatch.backlog(),
    );
  }

  private addGauge(name: string, help: string, pick: (state: WindowState) => number): void {
    this.metrics.addGauge(name, help, async () => pick(await this.window()));
  }

  /** Gauges that are read together share one look. */
  private window(): Promise<WindowState> {
    this.reading ??= this.dispatch.window().finally(() => {
      this.reading = undefined;
    });
    return this.reading;
  }
}
