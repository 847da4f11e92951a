import { type ChildProcess, spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { CardEvent } from '../card/card-event.ts';
import { readCardEvent } from '../card/read-card-event.ts';
import { within } from './until.ts';

const MAIN = fileURLToPath(new URL('../card/main.ts', import.meta.url));
const ANSWER_MS = 8_000;

/** A running card is a plugged card. */
export interface CardProcess {
  /** Settles when the card has gone, for whatever reason. */
  readonly gone: Promise<void>;
  /** One order (see card/control.ts) and its answer. */
  order(line: string): Promise<CardEvent>;
  /** Pulls it out, in the middle of whatever it does. Below sudo we may not kill; there it goes by the end of stdin. */
  kill(): Promise<void>;
}

export interface CardPlace {
  /** What to put before the command so that it reaches the reader. */
  readonly enter: readonly string[];
  readonly port: number;
}

export async function startCard(place: CardPlace, stateFile: string): Promise<CardProcess> {
  const card = [process.execPath, MAIN, '--port', String(place.port), '--state', stateFile];
  const [command = process.execPath, ...args] = [...place.enter, ...card];
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'], env: childEnv() });
  const news = new EventEmitter();
  // Whoever waits is told by events.once; while nobody waits, nobody is misled.
  news.on('error', () => undefined);
  createInterface({ input: child.stdout }).on('line', (line) => tell(news, line));
  child.stdin.on('error', () => undefined);
  const gone = ended(child);
  const plugged = once(news, 'plugged').then(() => true);
  const kill = () => {
    child.stdin.destroy();
    child.kill('SIGKILL');
    return gone;
  };
  try {
    const came = await within(ANSWER_MS, 'card process', Promise.race([plugged, gone.then(() => false)]));
    if (!came) throw new Error(`the card process ended with ${child.exitCode}`);
  } catch (problem) {
    await kill();
    throw problem;
  }
  return {
    gone,
    async order(line) {
      const answer = once(news, 'answer');
      child.stdin.write(`${line}\n`);
      const [event] = await within(ANSWER_MS, `card order ${line}`, answer);
      return event as CardEvent;
    },
    kill,
  };
}

function tell(news: EventEmitter, line: string): void {
  try {
    const event = readCardEvent(line);
    news.emit(event.event === 'plugged' || event.event === 'powered' ? event.event : 'answer', event);
  } catch (problem) {
    news.emit('error', problem);
  }
}

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });

/** A debugger or a test runner leaves options for its own children; the card must not take them. */
function childEnv(): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _dropped, ...env } = process.env;
  return env;
}
