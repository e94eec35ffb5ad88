import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ROOT } from '../../scripts/child.mjs';
import { listen, staticServer } from '../../scripts/staticServer.mjs';

/** A running server of the built page. */
export interface PageServer {
  readonly url: string;
  close(): void;
}

/** What is tested: `dist/`, or the build that PACKET_TOWN_DIST names. */
const FOLDER = resolve(ROOT, process.env['PACKET_TOWN_DIST'] ?? 'dist');

/** Serves the built page from a sub-path on a free port, as a school's web space would. Throws where nothing is built. */
export async function servePage(): Promise<PageServer> {
  if (!existsSync(join(FOLDER, 'index.html'))) {
    throw new Error(`There is no ${join(FOLDER, 'index.html')} to test: run \`npm run build\` first.`);
  }
  const server = staticServer(FOLDER, '/sub/path/');
  const port = await listen(server, 0, '127.0.0.1');
  return {
    url: `http://127.0.0.1:${port}/sub/path/`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
