import { Writable } from 'node:stream';

/**
 * From here on stdout carries the protocol and nothing else: one stray line and the browser drops the host. Whatever
 * a library prints, through console or process.stdout, goes to stderr; the one way to the real stdout is the answer.
 */
export function claimStdout(): Writable {
  const stdout = process.stdout;
  const write = stdout.write.bind(stdout);
  stdout.write = process.stderr.write.bind(process.stderr) as typeof stdout.write;
  const claimed = new Writable({
    write: (chunk: Uint8Array, _encoding, done) => {
      write(chunk, (error) => done(error ?? null));
    },
  });
  stdout.on('error', (error) => claimed.destroy(error));
  // Whoever runs the host hears of it from stdout itself and ends in order; unheard here, it would end in a stack.
  claimed.on('error', () => undefined);
  return claimed;
}
