import './nodeVersion.mjs';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { endWhenTold, onPath, ROOT, runTool } from './child.mjs';
import { ensureInstalled } from './install.mjs';
import { listen, staticServer } from './staticServer.mjs';

const FIRST_PORT = 4173;
const PORTS_TO_TRY = 20;

/**
 * The ports to try, from PORT; or one sentence on what is wrong with PORT.
 * @returns {readonly number[] | string}
 */
function wantedPorts() {
  const text = process.env['PORT'];
  if (text === undefined || text === '') {
    return Array.from({ length: PORTS_TO_TRY }, (_, index) => FIRST_PORT + index);
  }
  const port = Number(text);
  const isPort = Number.isInteger(port) && port >= 0 && port <= 65_535;
  return isPort ? [port] : `PORT must be a number from 0 to 65535, not "${text}".`;
}

/**
 * @param {import('node:http').Server} server
 * @param {readonly number[]} ports
 * @returns {Promise<number | string>} the port, or one sentence on why there is none
 */
async function listenOnOneOf(server, ports) {
  const host = process.env['HOST'] ?? 'localhost';
  for (const port of ports) {
    try {
      return await listen(server, port, host);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : error;
      if (code === 'EACCES') return `Port ${port} may not be used by this account; name another with PORT=….`;
      if (code !== 'EADDRINUSE') return `Cannot listen on ${host}:${port} (${String(code)}).`;
    }
  }
  return ports.length === 1
    ? `Port ${ports[0]} is taken by another program; name another with PORT=…, or none.`
    : `Ports ${ports[0]} to ${ports.at(-1)} are all taken; name another with PORT=….`;
}

/** The program that shows an address to a person, if this machine has one and BROWSER does not forbid it. */
function opener() {
  const wish = process.env['BROWSER'];
  if (wish === 'none' || process.env['CI'] === 'true') return undefined;
  if (process.platform === 'darwin') return { command: 'open', args: [] };
  if (process.platform === 'win32') return { command: 'cmd', args: ['/c', 'start', ''] };
  const hasScreen = process.env['DISPLAY'] !== undefined || process.env['WAYLAND_DISPLAY'] !== undefined;
  const command = hasScreen ? onPath(wish === undefined ? ['xdg-open'] : [wish, 'xdg-open']) : undefined;
  return command === undefined ? undefined : { command, args: [] };
}

/** @param {string} address */
function openBrowser(address) {
  const program = opener();
  if (program === undefined) return;
  const child = spawn(program.command, [...program.args, address], { stdio: 'ignore', detached: true });
  // The address is printed, so a browser that does not open is no failure.
  child.on('error', () => {});
  child.unref();
}

async function main() {
  const ports = wantedPorts();
  if (typeof ports === 'string') return fail(ports);
  if (!(await ensureInstalled())) return fail();
  console.log('Building …');
  if ((await runTool('vite/bin/vite.js', ['build', '--logLevel', 'warn'])) !== 0) {
    return fail('The build failed (its own words are above).');
  }
  const server = staticServer(join(ROOT, 'dist'));
  const port = await listenOnOneOf(server, ports);
  if (typeof port === 'string') return fail(port);
  const address = `http://localhost:${port}/`;
  console.log(`Packet Town is at ${address}  (Ctrl+C ends it)`);
  openBrowser(address);
}

/** @param {string} [message] */
function fail(message) {
  if (message !== undefined) console.error(message);
  process.exitCode = 1;
}

endWhenTold(0);
await main();
