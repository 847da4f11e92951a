import { execFile } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OPENSC_MODULE, type UsbEnv } from '../../usb-port/usb-port.ts';

export interface ToolResult {
  readonly ok: boolean;
  readonly output: string;
}

/** OpenSC's own client, in a process of its own. */
export class Pkcs11Tool {
  readonly #env: UsbEnv;
  readonly #dir: string;

  constructor(env: UsbEnv, dir: string) {
    this.#env = env;
    this.#dir = dir;
  }

  run(...args: readonly string[]): Promise<ToolResult> {
    const env = { ...process.env, ...this.#env };
    return new Promise((resolve) => {
      execFile('pkcs11-tool', ['--module', OPENSC_MODULE, ...args], { env }, (error, stdout, stderr) =>
        resolve({ ok: error === null, output: stdout + stderr }),
      );
    });
  }

  /** For what takes a file and gives a file: sign, decrypt, read-object. */
  async through(input: Buffer | null, ...args: readonly string[]): Promise<Buffer> {
    const inFile = join(this.#dir, 'in.bin');
    const outFile = join(this.#dir, 'out.bin');
    rmSync(outFile, { force: true });
    if (input) writeFileSync(inFile, input);
    const result = await this.run(...args, ...(input ? ['--input-file', inFile] : []), '--output-file', outFile);
    if (!result.ok) throw new Error(result.output);
    return readFileSync(outFile);
  }
}
