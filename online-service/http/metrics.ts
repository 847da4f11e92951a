import type pg from 'pg';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export interface RequestDone {
  readonly method: string;
  /** The route's pattern, never the address: no id becomes a label. */
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
}

export interface Metrics {
  readonly contentType: string;
  requestDone(done: RequestDone): void;
  /** A connection whose bytes were no HTTP request. */
  unreadableRequest(status: number): void;
  text(): Promise<string>;
}

/** What stands in the outbox, of all processes together. */
export interface MessageCounts {
  readonly waiting: number;
  readonly stuck: number;
}

export interface Counts {
  readonly messages: () => Promise<MessageCounts>;
  /** What is written for the audit and not in its chain yet. */
  readonly auditWaiting: () => Promise<number>;
}

export function createMetrics(pool: pg.Pool, counts?: Counts): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'certbridge_http_request_duration_seconds',
    help: 'Time from a request to the end of its reply.',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  });
  const unreadable = new Counter({
    name: 'certbridge_http_unreadable_requests_total',
    help: 'Connections whose bytes could not be read as an HTTP request.',
    labelNames: ['status'] as const,
    registers: [registry],
  });
  addPoolGauge(registry, pool);
  if (counts) addMessageGauge(registry, counts.messages);
  if (counts) addAuditGauge(registry, counts.auditWaiting);
  return {
    contentType: registry.contentType,
    requestDone: ({ method, route, status, seconds }) => requests.observe({ method, route, status }, seconds),
    unreadableRequest: (status) => unreadable.inc({ status }),
    text: () => registry.metrics(),
  };
}

function addPoolGauge(registry: Registry, pool: pg.Pool): void {
  new Gauge({
    name: 'certbridge_database_connections',
    help: 'Connections of the pool by what they do, and requests that wait for one.',
    labelNames: ['state'] as const,
    registers: [registry],
    collect() {
      this.set({ state: 'busy' }, pool.totalCount - pool.idleCount);
      this.set({ state: 'idle' }, pool.idleCount);
      this.set({ state: 'waited-for' }, pool.waitingCount);
    },
  });
}

function addMessageGauge(registry: Registry, count: () => Promise<MessageCounts>): void {
  new Gauge({
    name: 'certbridge_outbox_messages',
    help: 'Messages that wait to be sent, and those that were given up and want somebody to look.',
    labelNames: ['standing'] as const,
    registers: [registry],
    async collect() {
      // While the database is away there is no number to tell, and everything else is still told.
      const counts = await count().catch(() => undefined);
      this.reset();
      if (!counts) return;
      this.set({ standing: 'waiting' }, counts.waiting);
      this.set({ standing: 'stuck' }, counts.stuck);
    },
  });
}

function addAuditGauge(registry: Registry, count: () => Promise<number>): void {
  new Gauge({
    name: 'certbridge_audit_entries_waiting',
    help: 'Audit entries that are not in the chain yet: a second’s worth, unless nobody chains.',
    registers: [registry],
    async collect() {
      const waiting = await count().catch(() => undefined);
      if (waiting === undefined) this.reset();
      else this.set(waiting);
    },
  });
}
