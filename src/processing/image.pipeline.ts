import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { quote } from '../common/quote.js';
import { dieOver } from '../config/fault-points.js';
import { processingConfig, type ProcessingConfig } from '../config/processing.config.js';
import type { ClaimedRange, ImageTask } from '../jobs/queue/lease.js';
import type { Deferred, Failed, Measured, Outcome } from '../jobs/queue/outcome.js';
import { Capacity } from './capacity.js';
import type { Body } from './download/body-reader.js';
import { HostGate, type MoveTo } from './download/host-gate.js';
import { ImageDownloader } from './download/image-downloader.js';
import { parseImageUrl } from './download/image-url.js';
import { retryDelayMs } from './download/retry-policy.js';
import { toImageError, type ImageError } from './image-error.js';
import { judgeImage } from './judge/judge-image.js';
import { RejectedError } from './judge/rejected-error.js';
import { ImageMeasurer, type Measurement } from './measure/image-measurer.js';
import { perimeterPx } from './measure/perimeter.js';
import { Semaphore } from '../common/semaphore.js';
import { GpuSimulator } from './simulate/gpu-simulator.js';

/** A pause up to this long is waited out here, without a slot; a longer one in the database. */
const MAX_PAUSE_HERE_MS = 5_000;

type Result = Omit<Measured, 'kind' | 'leaseId' | 'jobId' | 'run' | 'idx' | 'attempts'>;

/** What happens to one image: download, verify and measure, simulate; tried again where that can help. */
@Injectable()
export class ImagePipeline {
  private readonly slots: Semaphore;
  private readonly hosts: HostGate;

  constructor(
    private readonly downloader: ImageDownloader,
    private readonly measurer: ImageMeasurer,
    private readonly gpu: GpuSimulator,
    private readonly capacity: Capacity,
    @Inject(processingConfig.KEY) private readonly config: ProcessingConfig,
  ) {
    this.slots = new Semaphore(config.imagesInFlight);
    this.hosts = new HostGate(config.hostMaxConcurrent);
  }

  /**
   * Never throws: failure is a value from here on.
   *
   * @param signal aborted when nobody wants the range any more: whatever the image waits for then ends, and its
   *   download is broken off. Only a decoder that has begun runs to its end.
   * @returns undefined when it was aborted
   */
  async run(range: ClaimedRange, image: ImageTask, signal: AbortSignal): Promise<Outcome | undefined> {
    const taken = performance.now();
    const clock: Clock = { queuedMs: range.queuedMs, taken };
    const of = { leaseId: range.leaseId, jobId: range.jobId, run: range.run, idx: image.idx };
    let { attempts, throttles } = range;
    for (;;) {
      try {
        const result = await this.attempt(image, clock, { lane: range.jobId, signal, judgedBy: range });
        return { kind: 'measured', ...of, ...result, attempts: attempts + 1 };
      } catch (thrown) {
        if (signal.aborted) return undefined;
        const error = toImageError(thrown);
        if (error.retry === 'throttled') throttles += 1;
        else attempts += 1;
        const waitMs = retryDelayMs(error, { attempts, throttles }, this.config.maxAttempts);
        if (waitMs === undefined) return failed(of, image, error, attempts, clock);
        if (waitMs > MAX_PAUSE_HERE_MS) return { kind: 'deferred', ...of, attempts, throttles, waitMs };
        await this.capacity.aside(() => sleep(waitMs, undefined, { signal }).catch(() => undefined));
        if (signal.aborted) return undefined;
      }
    }
  }

  /**
   * Waiting for a host takes no slot, not even where the image is redirected to another one; the slot is
   * kept to the end, the host's place for the download.
   *
   * @param by.lane the job: wherever images wait, jobs take turns, else a small one would wait for hundreds of a large one
   * @throws anything, when the signal is aborted
   */
  private async attempt(image: ImageTask, clock: Clock, { lane, signal, judgedBy }: Wanted): Promise<Result> {
    const url = parseImageUrl(image.url);
    let inSlot = false;
    try {
      const download = async (moveTo: MoveTo) => {
        await this.slots.acquire(lane, signal);
        inSlot = true;
        clock.started ??= performance.now();
        clock.downloaded = undefined;
        return this.downloader.download(url, { moveTo, signal });
      };
      const around = async (wait: () => Promise<void>) => {
        const hadSlot = inSlot;
        if (inSlot) this.slots.release();
        inSlot = false;
        await this.capacity.aside(wait);
        if (hadSlot) await this.slots.acquire(lane, signal);
        inSlot = hadSlot;
      };
      const opening = this.hosts
        .use(url.host, download, { lane, signal, around })
        .then((body) => this.open(body, clock, lane));
      const size = await opening;
      dieOver(image.url);
      const judged = judgeImage(image, size, judgedBy);
      const verified = performance.now();
      await this.gpu.simulate(signal);
      const timings = { ...timingsOf(clock, verified), simulateMs: performance.now() - verified };
      return { ...size, ...judged, perimeter: perimeterPx(size), timings };
    } finally {
      if (inSlot) this.slots.release();
    }
  }

  /** The body's life ends here, before the long sleep: only then is the memory it gives back really free. */
  private async open(body: Body, clock: Clock, lane: string): Promise<Measurement & { bytes: number }> {
    clock.downloaded = performance.now();
    // A decoder that was given up may still be reading.
    let end = () => body.release();
    try {
      const size = await this.measurer.measure(body.bytes, lane);
      end = () => body.recycle();
      return { ...size, bytes: body.bytes.length };
    } finally {
      end();
    }
  }
}

/** On whose behalf an image is measured, and until when. */
interface Wanted {
  readonly lane: string;
  readonly signal: AbortSignal;
  readonly judgedBy: Pick<ClaimedRange, 'rules' | 'rulesVersion'>;
}

/** When an image reached which point, in milliseconds of this process's clock. */
interface Clock {
  readonly queuedMs: number;
  readonly taken: number;
  started?: number;
  /** Absent until the last attempt has all of it. */
  downloaded?: number | undefined;
}

/** Of the stages up to the verdict. @param ended when it was measured, or failed */
function timingsOf(clock: Clock, ended: number): Result['timings'] {
  const { queuedMs, taken, started = ended, downloaded } = clock;
  return {
    queueMs: queuedMs + started - taken,
    downloadMs: (downloaded ?? ended) - started,
    ...(downloaded !== undefined && { verifyMs: ended - downloaded }),
  };
}

function failed(
  of: Pick<Deferred, 'leaseId' | 'jobId' | 'run' | 'idx'>,
  { url, storeId }: ImageTask,
  thrown: ImageError,
  attempts: number,
  clock: Clock,
): Failed {
  const error = `The image ${quote(url)} of store ${quote(storeId)} ${thrown.reason}`;
  const timings = timingsOf(clock, performance.now());
  const known = thrown instanceof RejectedError ? { seen: thrown.seen, ...thrown.judged } : {};
  return { kind: 'failed', ...of, code: thrown.code, error, ...known, attempts, timings };
}
