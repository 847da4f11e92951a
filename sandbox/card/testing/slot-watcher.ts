import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { within } from '../../usb-port/until.ts';
import type { UsbEnv } from '../../usb-port/usb-port.ts';

const CHILD = fileURLToPath(new URL('./slot-child.ts', import.meta.url));
const ANSWER_MS = 10_000;

export interface SlotWatcher {
  /** See slot-child.ts. Rejects with the driver's error. */
  ask(line: string): Promise<unknown>;
  stop(): Promise<void>;
}

export function watchSlots(module: string, env: UsbEnv): SlotWatcher {
  const child = spawn(process.execPath, [CHILD, module], {
    env: { ...process.env, ...env, NODE_OPTIONS: '' },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout });
  return {
    async ask(line) {
      const reply = once(lines, 'line');
      child.stdin.write(`${line}\n`);
      const [text] = await within(ANSWER_MS, line, reply);
      const parsed: { value?: unknown; error?: string } = JSON.parse(String(text));
      if (parsed.error !== undefined) throw new Error(parsed.error);
      return parsed.value;
    },
    async stop() {
      const exited = once(child, 'exit');
      child.kill('SIGKILL');
      await exited;
    },
  };
}
