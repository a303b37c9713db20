import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

/** Packs once what browsers load; the service serves `app.js.gz` as `app.js` to those who take it so. */
const packed: Plugin = {
  name: 'packed',
  async writeBundle({ dir = '' }, bundle) {
    for (const name of Object.keys(bundle).filter((name) => /\.(js|css)$/.test(name))) {
      const plain = await readFile(join(dir, name));
      // Whatever is smaller fits into one packet either way.
      if (plain.length > 1_024) await writeFile(join(dir, `${name}.gz`), gzipSync(plain, { level: 9 }));
    }
  },
};

/** Nobody but Vite reads this file, and it wants a default export. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [packed],
  // Replaced in each answer by the nonce of its content security policy.
  html: { cspNonce: 'CSP_NONCE_PLACEHOLDER' },
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    // The policy allows no fonts or pictures inside style sheets from elsewhere; small files stay files.
    assetsInlineLimit: 0,
    target: 'es2023',
    // The first ones with `light-dark()`, which colours.css is written with.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    // The first page may be 350 kB gzipped; a test holds it to that.
    chunkSizeWarningLimit: 1_000,
    rolldownOptions: {
      // Libraries mark what must not run on a server; here nothing does.
      onwarn: (warning, warn) => {
        if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
      },
      output: {
        // What pages share is small and many: loaded piece by piece it held up the first page by half a second.
        codeSplitting: { groups: [{ name: 'shared', minShareCount: 4, maxModuleSize: 60_000 }] },
      },
    },
  },
});
