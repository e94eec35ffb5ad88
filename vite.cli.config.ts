import { defineConfig } from 'vite';

/** Bundles the command line into one file that needs no node_modules when it runs. */
export default defineConfig({
  publicDir: false,
  ssr: { noExternal: true },
  build: {
    ssr: 'src/cli/main.ts',
    outDir: 'dist-cli',
    target: 'node20.19',
    minify: false,
    rolldownOptions: { output: { entryFileNames: 'cli.mjs', codeSplitting: false } },
  },
});
