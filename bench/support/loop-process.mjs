/** The program of a loop: gets URLs, measures all of them, says how long it took. */
import 'reflect-metadata';
import { performance } from 'node:perf_hooks';
import { processingConfig } from '../../dist/config/processing.config.js';
import { perimeterPx } from '../../dist/processing/measure/perimeter.js';
import { GpuSimulator } from '../../dist/processing/simulate/gpu-simulator.js';

const config = processingConfig();
const gpu = new GpuSimulator(config);
const { measure } = await import(new URL(`../loops/${process.argv[2]}.mjs`, import.meta.url));

process.on('message', async ({ urls }) => {
  const begun = performance.now();
  let next = 0;
  let sleptMs = 0;
  let pixels = 0;
  const work = async () => {
    while (next < urls.length) {
      const size = await measure(urls[next++]);
      const measured = performance.now();
      await gpu.simulate();
      sleptMs += performance.now() - measured;
      pixels += perimeterPx(size);
    }
  };
  await Promise.all(Array.from({ length: config.imagesInFlight }, work));
  process.send({ type: 'done', ms: performance.now() - begun, sleptMs: sleptMs / urls.length, pixels });
});
process.on('disconnect', () => process.exit());
process.send({ type: 'ready' });
