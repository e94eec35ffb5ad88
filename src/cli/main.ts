import { commandLine } from './commandLine';

/** A reader that has seen enough (`| head`) closes the pipe: that is no failure. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

process.exitCode = await commandLine(
  process.argv.slice(2),
  (lines) => void process.stdout.write(`${lines.join('\n')}\n`),
  (lines) => void process.stderr.write(`${lines.join('\n')}\n`),
);
