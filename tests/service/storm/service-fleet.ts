import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { serviceReady } from '../../../online-service/config/ready-message.ts';
import type { PaymentSettings } from '../../../sandbox/config/ready-message.ts';
import { ROOT } from '../../../scripts/tools/root.ts';
import { writePaymentFiles } from '../../../scripts/world/payment-files.ts';
import { type ServedProcess, startServedProcess } from '../../../scripts/world/served-process.ts';
import type { Seeded } from './seeded.ts';

export interface FleetSettings {
  readonly dir: string;
  readonly databaseUrl: string;
  readonly masterKeyLine: string;
  readonly payments: PaymentSettings;
  readonly processes: number;
}

interface Place {
  readonly env: Record<string, string>;
  /** Where it was heard of last: dead or alive. */
  url: string;
  running: { readonly process: ServedProcess<unknown>; readonly killer: AbortController } | undefined;
}

const SHORTEST_LIFE_MS = 1_000;
const LONGEST_LIFE_MS = 4_000;
/** One time of so many nobody is left. */
const ALL_OF = 10;
const NOBODY = 'http://127.0.0.1:9';

/** Processes of the service behind no balancer, some of them dead at any time. */
export class ServiceFleet {
  readonly #places: readonly Place[];
  readonly #complaints = new Map<string, number>();
  #kills = 0;

  private constructor(places: readonly Place[]) {
    this.#places = places;
  }

  static async start({ dir, payments, processes, ...settings }: FleetSettings): Promise<ServiceFleet> {
    const files = await writePaymentFiles(join(dir, 'payments'), payments);
    const places = Array.from({ length: processes }, (_, at) => ({
      env: {
        ...files,
        DATABASE_URL: settings.databaseUrl,
        CERTBRIDGE_MASTER_KEYS: settings.masterKeyLine,
        CERTBRIDGE_DATA_DIR: join(dir, `service-${at}`),
        CERTBRIDGE_SERVICE_PORT: '0',
        CERTBRIDGE_LOG_LEVEL: 'error',
      },
      url: NOBODY,
      running: undefined,
    }));
    const fleet = new ServiceFleet(places);
    await fleet.startAll();
    return fleet;
  }

  get kills(): number {
    return this.#kills;
  }

  /** What the processes logged as errors, and how often. */
  get complaints(): ReadonlyMap<string, number> {
    return this.#complaints;
  }

  /** One of them, dead or alive. */
  somebody(random: Seeded): string {
    return random.pick(this.#places).url;
  }

  /** Kills somebody, starts it again, and kills the next; sometimes everybody at once. Until the signal says enough. */
  async rage(random: Seeded, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const wait = SHORTEST_LIFE_MS + random.below(LONGEST_LIFE_MS - SHORTEST_LIFE_MS);
      await pause(wait, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return;
      const victims = random.below(ALL_OF) === 0 ? this.#places : [random.pick(this.#places)];
      await Promise.all(victims.map(kill));
      this.#kills += victims.length;
      await this.startAll();
    }
  }

  async startAll(): Promise<void> {
    await Promise.all(this.#places.filter(({ running }) => !running).map((place) => this.#begin(place)));
  }

  async stop(): Promise<void> {
    await Promise.all(this.#places.map(({ running }) => running?.process.stop()));
  }

  async #begin(place: Place): Promise<void> {
    const killer = new AbortController();
    const process = await startServedProcess({
      name: '线上服务 online service',
      entry: join(ROOT, 'online-service/main.ts'),
      ready: serviceReady,
      env: place.env,
      onLog: (line) => this.#note(line),
      endNow: killer.signal,
    });
    place.url = process.ready.url;
    place.running = { process, killer };
  }

  #note(line: string): void {
    const said = /"msg":"([^"]+)"/.exec(line)?.[1] ?? line.slice(0, 120);
    const code = /"code":"([^"]+)"/.exec(line)?.[1];
    const complaint = code ? `${said} (${code})` : said;
    this.#complaints.set(complaint, (this.#complaints.get(complaint) ?? 0) + 1);
  }
}

async function kill(place: Place): Promise<void> {
  const { running } = place;
  place.running = undefined;
  running?.killer.abort();
  await running?.process.ended;
}
