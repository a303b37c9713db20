import { Module } from '@nestjs/common';
import { JobsModule } from '../jobs/jobs.module.js';
import { Capacity } from './capacity.js';
import { ImageDownloader } from './download/image-downloader.js';
import { Heartbeat } from './heartbeat.js';
import { ImagePipeline } from './image.pipeline.js';
import { ImageMeasurer } from './measure/image-measurer.js';
import { RangePipeline } from './range.pipeline.js';
import { RangeProcessor } from './range.processor.js';
import { ResultRecorder } from './record/result-recorder.js';
import { GpuSimulator } from './simulate/gpu-simulator.js';
import { ThisWorker } from './this-worker.js';

/** Ranges in, stored results out. */
@Module({
  imports: [JobsModule],
  providers: [
    RangeProcessor,
    RangePipeline,
    Capacity,
    ImagePipeline,
    ImageDownloader,
    ImageMeasurer,
    GpuSimulator,
    ResultRecorder,
    Heartbeat,
    ThisWorker,
  ],
})
export class ProcessingModule {}
