import type { ToServer } from '@certbridge/shared/contract/wire.ts';
import type { NativeRuntime } from '../background/native-client/native-connection.ts';
import { FakePort } from './fake-port.ts';

const HELLO = {
  hostVersion: '1.2.3',
  protocol: { min: 1, max: 1 },
  agreed: 1,
  capabilities: ['keys'],
  platform: 'linux',
};

/** A browser with a host that answers hello; each life of the host is a port. */
export class FakeHost implements NativeRuntime {
  readonly lives: FakePort[] = [];
  lastError: { message: string } | undefined;
  /** What it does with hello: answers it, answers something else, says nothing, or the browser refuses to start it. */
  hello: 'answers' | 'is silent' | { readonly result: unknown } | { readonly browserSays: string } = 'answers';

  connectNative(name: string): chrome.runtime.Port {
    const port = new FakePort(name);
    this.lives.push(port);
    queueMicrotask(() => this.#greet(port));
    return port.asPort();
  }

  get life(): FakePort {
    const port = this.lives.at(-1);
    if (!port) throw new Error('nobody has connected yet');
    return port;
  }

  /** The process goes away, and the browser says why. */
  dies(browserSays = 'Native host has exited.'): void {
    this.lastError = { message: browserSays };
    this.life.drop();
    this.lastError = undefined;
  }

  /** The requests of the present life, but for hello. */
  get requests(): (ToServer & { type: 'request' })[] {
    const sent = this.life.sent as ToServer[];
    return sent.filter((message) => message.type === 'request').filter(({ operation }) => operation !== 'hello');
  }

  get cancelled(): string[] {
    return (this.life.sent as ToServer[]).filter((message) => message.type === 'cancel').map(({ id }) => id);
  }

  answers(id: string, value: unknown): void {
    this.life.hear({ type: 'reply', id, result: { ok: true, value } });
  }

  refuses(id: string, code: string): void {
    this.life.hear({ type: 'reply', id, result: { ok: false, error: { code } } });
  }

  tells(id: string, value: unknown): void {
    this.life.hear({ type: 'event', id, value });
  }

  #greet(port: FakePort): void {
    if (this.hello === 'is silent') return;
    if (this.hello === 'answers') {
      port.hear({ type: 'reply', id: '1', result: { ok: true, value: HELLO } });
    } else if ('browserSays' in this.hello) {
      this.dies(this.hello.browserSays);
    } else {
      port.hear({ type: 'reply', id: '1', result: this.hello.result });
    }
  }
}
