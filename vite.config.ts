import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The oldest browsers the page runs in. README names the same versions. */
const BROWSERS = ['chrome115', 'edge115', 'firefox128', 'safari17'];

/** Builds the static folder `dist/`: it has no server, and it works from any sub-path. */
export default defineConfig({
  base: './',
  plugins: [react()],
  // A module worker cannot start on a page opened from a file; a classic one can.
  worker: { format: 'iife' },
  build: {
    target: BROWSERS,
    // Font subsets load by unicode-range: inlined, every one of them would be in the first download.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // React changes less often than the town does, so a returning visitor keeps it in the cache.
          groups: [{ name: 'react', test: /node_modules[\\/](?:react|react-dom|scheduler)[\\/]/u }],
        },
      },
    },
  },
});
