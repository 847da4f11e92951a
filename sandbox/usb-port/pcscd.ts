import type { ChildProcess } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type NamespaceWay, namespaceWays } from './namespace.ts';
import { FIRST_PORT, pcscdPaths, READER_CONFIG, spawnPcscd, VPCD_DRIVER } from './pcscd-process.ts';
import { until, within } from './until.ts';
import { UsbError } from './usb-error.ts';

export const READER_SLOTS = 2;
/** pcscd looks at its readers every 400 ms (pcscd.h, PCSCLITE_STATUS_POLL_RATE); a busy machine gets its share on top. */
const NOTICE_MS = 8_000;
const READY_MS = 10_000;
/** sun_path holds 108 bytes with the closing zero (unix(7)). */
const SOCKET_NAME_BYTES = 107;
const SOCKET_FILE = 'pcscd.comm';

/** A pcscd of our own, with two readers, unseen by any other. */
export interface Pcscd {
  /** For PCSCLITE_CSOCK_NAME. */
  readonly socketName: string;
  /** What to put before a command so that it reaches the readers. */
  readonly enter: readonly string[];
  /** Where a card for this slot connects. */
  port(slot: number): number;
  /** Waits until pcscd itself has noticed that the card came or went. */
  cardIs(state: 'inserted' | 'removed', slot: number): Promise<void>;
  readonly exited: Promise<void>;
  stop(): Promise<void>;
}

export async function startPcscd(): Promise<Pcscd> {
  if (!existsSync(VPCD_DRIVER)) throw new UsbError('pcscd-missing', VPCD_DRIVER);
  const dir = mkdtempSync(join(tmpdir(), 'cbusb-'));
  const { runDir, configDir } = pcscdPaths(dir);
  const socketName = join(runDir, SOCKET_FILE);
  const removeDir = (): void => rmSync(dir, { recursive: true, force: true });
  const prepare = (): void => {
    mkdirSync(runDir, { recursive: true });
    mkdirSync(configDir, { recursive: true });
    writeFileSync(join(configDir, 'certbridge'), READER_CONFIG);
  };
  try {
    if (Buffer.byteLength(socketName) > SOCKET_NAME_BYTES)
      throw new UsbError('pcscd-failed', `too long: ${socketName}`);
    const daemon = await firstThatStarts(dir, prepare);
    return {
      socketName,
      enter: daemon.way.enter(daemon.pid),
      port: (slot) => FIRST_PORT + slot,
      cardIs: (state, slot) => within(NOTICE_MS, `card ${state}, slot ${slot}`, daemon.noticed(state, slot)),
      exited: daemon.exited,
      async stop() {
        await daemon.stop();
        removeDir();
      },
    };
  } catch (error) {
    removeDir();
    throw error;
  }
}

/** pcscd calls itself ready a moment before it listens (pcscdaemon.c, main). */
const listens = (socketName: string): Promise<boolean> =>
  until(
    () => accepts(socketName),
    (open) => open,
  ).catch(() => false);

function accepts(socketName: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(socketName);
    socket.once('connect', () => socket.end(() => resolve(true)));
    socket.once('error', () => resolve(false));
  });
}

/** A way that fails late has taken the directory with it, so each gets it anew. */
async function firstThatStarts(dir: string, prepare: () => void): Promise<Daemon> {
  const complaints: string[] = [];
  for (const way of namespaceWays()) {
    prepare();
    const daemon = new Daemon(way, dir);
    if ((await daemon.isReady()) && (await listens(join(pcscdPaths(dir).runDir, SOCKET_FILE)))) return daemon;
    await daemon.stop();
    complaints.push(`${way.unshare.join(' ')}: ${daemon.log.trim() || 'could not be run'}`);
  }
  throw new UsbError('pcscd-failed', complaints.join(' | '));
}

/** Reads pcscd's log, which says what no client interface says without polling. */
class Daemon {
  readonly way: NamespaceWay;
  readonly exited: Promise<void>;
  pid = 0;
  log = '';
  readonly #child: ChildProcess;
  readonly #present: boolean[] = Array.from({ length: READER_SLOTS }, () => false);
  readonly #news = new EventEmitter();
  readonly #ready: Promise<boolean>;

  constructor(way: NamespaceWay, dir: string) {
    this.way = way;
    this.#child = spawnPcscd(way, dir);
    this.#ready = once(this.#news, 'ready').then(() => true);
    this.exited = new Promise((resolve) => {
      this.#child.once('exit', () => resolve());
      this.#child.once('error', () => resolve());
    });
    this.#child.stdin?.on('error', () => undefined);
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      if (stream) createInterface({ input: stream }).on('line', (line) => this.#read(line));
    }
  }

  isReady(): Promise<boolean> {
    const failed = this.exited.then(() => false);
    return within(READY_MS, 'pcscd', Promise.race([this.#ready, failed])).catch(() => false);
  }

  async noticed(state: 'inserted' | 'removed', slot: number): Promise<void> {
    while (this.#present[slot] !== (state === 'inserted')) await once(this.#news, 'card');
  }

  async stop(): Promise<void> {
    this.#child.stdin?.destroy();
    await this.exited;
  }

  #read(line: string): void {
    if (this.log.length < 4_000) this.log += `${line}\n`;
    const namespace = /^namespace of (\d+)$/.exec(line);
    if (namespace) this.pid = Number(namespace[1]);
    if (line.includes('daemon ready')) this.#news.emit('ready');
    const card = /Card (inserted into|Removed From) .* (\d\d)$/.exec(line);
    if (!card) return;
    this.#present[Number(card[2])] = card[1] === 'inserted into';
    this.#news.emit('card');
  }
}
