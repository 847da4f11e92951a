import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { type NamespaceWay, namespaceWays } from '../../../sandbox/usb-port/namespace.ts';
import { within } from '../../../sandbox/usb-port/until.ts';

const SOURCE = join(import.meta.dirname, 'join-namespaces.c');
const OUTPUT = join(import.meta.dirname, '../../../node_modules/.cache/join-namespaces');
const START_MS = 10_000;

/** libpkcs11_sw is the token that needs no hardware. */
const CONFIG = 'version opencryptoki-3.1\nslot 0\n{\nstdll = libpkcs11_sw.so\n}\n';
/** In a user namespace there is one group only: it is made the one that the module asks for. */
const GROUPS = 'root:x:0:\npkcs11:x:0:\n';

/**
 * openCryptoki knows its files' places and no others, so ours are laid there. Its socket stands a moment after the
 * daemon's start. Our stdin is the owner's life, and our files go with it, as for the sandbox's pcscd.
 */
const SCRIPT = `
set -e
PATH="$PATH:/usr/sbin:/sbin"
mount -t tmpfs tmpfs /dev/shm
mount --bind "$1/lib" /var/lib/opencryptoki
mount --bind "$1/etc" /etc/opencryptoki
mount --bind "$1/group" /etc/group
mount -t tmpfs tmpfs /run
mkdir -p /run/lock/opencryptoki/swtok
exec 3<&0
setpriv --pdeathsig KILL pkcsslotd -f </dev/null 3<&- &
pid=$!
for turn in $(seq 500); do
  if [ -S /run/pkcsslotd.socket ]; then break; fi
  kill -0 $pid
  sleep 0.01
done
echo "namespace of $pid"
exec 2>/dev/null
{ cat <&3 >/dev/null; kill -KILL $pid; } >/dev/null 2>&1 &
wait $pid || true
rm -rf "$1"
`;

export interface Pkcsslotd {
  /** Leads a process into the daemon's namespaces. */
  readonly env: { readonly LD_PRELOAD: string; readonly NAMESPACES_OF: string };
  stop(): Promise<void>;
}

/** A daemon of our own, with a token of its own that is blank. */
export async function startPkcsslotd(): Promise<Pkcsslotd> {
  const preload = await buildPreload();
  const complaints: string[] = [];
  for (const way of namespaceWays()) {
    const dir = makePlaces();
    const child = start(way, dir);
    const said = collect(child);
    const exited = new Promise<void>((resolve) => {
      child.once('exit', () => resolve());
      child.once('error', () => resolve());
    });
    const process = await within(START_MS, 'pkcsslotd', Promise.race([said.process, exited.then(() => undefined)]));
    if (process !== undefined) {
      return {
        env: { LD_PRELOAD: preload, NAMESPACES_OF: process },
        async stop() {
          child.stdin?.destroy();
          await exited;
          rmSync(dir, { recursive: true, force: true });
        },
      };
    }
    rmSync(dir, { recursive: true, force: true });
    complaints.push(`${way.unshare.join(' ')}: ${said.text()}`);
  }
  throw new Error(`pkcsslotd: ${complaints.join(' | ')}`);
}

function makePlaces(): string {
  const dir = mkdtempSync(join(tmpdir(), 'cb-ock-'));
  mkdirSync(join(dir, 'lib/swtok/TOK_OBJ'), { recursive: true });
  mkdirSync(join(dir, 'etc'));
  writeFileSync(join(dir, 'etc/opencryptoki.conf'), CONFIG);
  writeFileSync(join(dir, 'group'), GROUPS);
  return dir;
}

function start(way: NamespaceWay, dir: string): ChildProcess {
  const [command = 'unshare', ...rest] = [...way.unshare, '--ipc', 'sh', '-c', SCRIPT, 'sh', dir];
  const child = spawn(command, rest, { stdio: ['pipe', 'pipe', 'pipe'] });
  child.stdin?.on('error', () => undefined);
  return child;
}

function collect(child: ChildProcess): { readonly process: Promise<string>; text(): string } {
  let text = '';
  const process = new Promise<string>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      if (!stream) continue;
      createInterface({ input: stream }).on('line', (line) => {
        text = `${text}${line}\n`.slice(0, 2_000);
        const [, pid] = /^namespace of (\d+)$/.exec(line) ?? [];
        if (pid) resolve(pid);
      });
    }
  });
  return { process, text: () => text.trim() };
}

async function buildPreload(): Promise<string> {
  const library = join(OUTPUT, 'join-namespaces.so');
  if (existsSync(library) && statSync(library).mtimeMs > statSync(SOURCE).mtimeMs) return library;
  mkdirSync(OUTPUT, { recursive: true });
  const draft = `${library}.${process.pid}`;
  await promisify(execFile)('gcc', ['-Wall', '-Wextra', '-Werror', '-O2', '-fPIC', '-shared', '-o', draft, SOURCE]);
  renameSync(draft, library);
  return library;
}
