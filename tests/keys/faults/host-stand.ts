import type { HostDesk } from '../through-host/host-desk.ts';
import type { Installation } from '../through-host/installation.ts';
import { ended, workersOf } from '../through-host/worker-processes.ts';

/** The running host, or another one where it died. */
export class HostStand {
  readonly #installation: Installation;
  #desk: HostDesk | undefined;
  #driverDied = false;
  /** Workers of hosts that are gone. They end by themselves, some of them in the middle of a call. */
  #left: number[] = [];

  constructor(installation: Installation) {
    this.#installation = installation;
  }

  async desk(): Promise<HostDesk> {
    if (!this.#desk?.alive) {
      this.#desk = await this.#installation.start();
      this.#driverDied = false;
    }
    return this.#desk;
  }

  /** One whose driver has not been started yet. */
  async freshDesk(): Promise<HostDesk> {
    await this.close();
    return this.desk();
  }

  /** One whose driver runs and was asked for its keys just now, and would be started again at once if it died. */
  async watchingDesk(): Promise<HostDesk> {
    if (this.#driverDied) await this.close();
    const desk = await this.desk();
    await desk.call('keys.list', {});
    return desk;
  }

  async killDriver(): Promise<void> {
    const workers = workersOf(this.#desk?.pid ?? 0);
    for (const worker of workers) process.kill(worker, 'SIGKILL');
    await ended(workers);
  }

  /** A second death in a row, and the driver would have to rest. */
  noteDriverDied(): void {
    this.#driverDied = true;
  }

  kill(): Promise<void> {
    return this.#end((desk) => desk.kill());
  }

  close(): Promise<void> {
    return this.#end((desk) => desk.hangUp());
  }

  /** No process of a host that is gone works the key any more. */
  async settled(): Promise<void> {
    await ended(this.#left);
    this.#left = [];
  }

  async #end(end: (desk: HostDesk) => Promise<void>): Promise<void> {
    if (!this.#desk?.alive) return;
    this.#left.push(...workersOf(this.#desk.pid));
    await end(this.#desk);
  }
}
