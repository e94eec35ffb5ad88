import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** The oldest browsers the page runs in. README names the same versions. */
const BROWSERS = ['chrome115', 'edge115', 'firefox128', 'safari17'];

/** What is asked for as soon as the town has been drawn. */
const BESIDE =
  /src[\\/](?:app[\\/](?:SidePanel|HandMenu|NoticeBar|UndoBar)|panels[\\/](?:Ladder|Scoreboard|FateTape))\.tsx$/u;

/** The page's files are fetched beside the small one that asks for them, not after it. */
function preloadPage(): Plugin {
  return {
    name: 'preload-page',
    transformIndexHtml: {
      order: 'post',
      handler: (_, { bundle }) =>
        Object.keys(bundle ?? {})
          .filter((file) => /[\\/](?:react|page|openPage)-[^\\/]+\.(?:js|css)$/u.test(file))
          .map((file) => ({
            tag: 'link',
            injectTo: 'head',
            attrs: file.endsWith('.js')
              ? { rel: 'modulepreload', crossorigin: true, href: `./${file}` }
              : { rel: 'preload', as: 'style', crossorigin: true, href: `./${file}` },
          })),
    },
  };
}

/** Builds the static folder `dist/`: it has no server, and it works from any sub-path. */
export default defineConfig({
  base: './',
  plugins: [react(), preloadPage()],
  // Only a module can fetch the engine's further parts when an experiment needs them.
  worker: { format: 'es' },
  build: {
    target: BROWSERS,
    // Font subsets load by unicode-range: inlined, every one of them would be in the first download.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'main', test: /src[\\/]app[\\/]main\.tsx$/u, priority: 4 },
            // React changes less often than the town does, so a returning visitor keeps it in the cache.
            { name: 'react', test: /node_modules[\\/](?:react|react-dom|scheduler)[\\/]/u, priority: 4 },
            // A file each for the first screen, and for what comes beside it: dozens of small ones take longer.
            { name: 'page', test: /src[\\/]app[\\/]openPage\.tsx$/u, priority: 3 },
            { name: 'beside', test: BESIDE, priority: 2 },
          ],
        },
      },
    },
  },
});
