import { defineConfig } from 'vite';

/** Nobody but Vite reads this file, and it wants a default export. */
export default defineConfig({
  root: import.meta.dirname,
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
    },
  },
});
