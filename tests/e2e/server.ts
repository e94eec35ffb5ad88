import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../scripts/child.mjs';
import { listen, staticServer } from '../../scripts/staticServer.mjs';

/** A running server of the built page. */
export interface PageServer {
  readonly url: string;
  close(): void;
}

/** Serves `dist/` from a sub-path on a free port, as a school's web space would. Throws where nothing is built. */
export async function servePage(): Promise<PageServer> {
  const folder = join(ROOT, 'dist');
  if (!existsSync(join(folder, 'index.html'))) {
    throw new Error('There is no dist/index.html to test: run `npm run build` first.');
  }
  const server = staticServer(folder, '/sub/path/');
  const port = await listen(server, 0, '127.0.0.1');
  return {
    url: `http://127.0.0.1:${port}/sub/path/`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
