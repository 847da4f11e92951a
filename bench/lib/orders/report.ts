import { table } from '../../../scripts/tools/table.ts';
import type { CpuSpent } from './cpu-spent.ts';
import type { Spent } from './database.ts';
import type { Load } from './load.ts';
import type { Replayed } from './pgbench.ts';

export interface Measured {
  readonly services: number;
  readonly full: Load;
  readonly half: Load;
  /** For each order. */
  readonly cost: Spent;
  readonly cpu: CpuSpent;
  /** Measured right after, so that both had the same computer. */
  readonly floors: Floors;
}

/** What the database does alone. */
export interface Floors {
  /** Plain rows, each committed by itself. */
  readonly commits: number;
  /** Orders, by their recorded statements. */
  readonly replayed: Replayed;
}

export function ordersReport(measured: readonly Measured[]): string {
  return [throughput(measured), costs(measured)].join('\n\n');
}

function throughput(measured: readonly Measured[]): string {
  const head = [
    '进程 processes',
    '单/秒 orders/s',
    '同样语句 same statements',
    '比例 ratio',
    '事务/秒 commits/s',
    'pgbench',
    '比例 ratio',
    '半载 p99',
  ];
  const rows = measured.map(({ services, full, half, cost, floors: { commits: plain, replayed } }) => {
    const commits = full.ordersPerSecond * cost.commits;
    return [
      String(services),
      full.ordersPerSecond.toFixed(1),
      `${replayed.ordersPerSecond.toFixed(1)} orders/s`,
      `${percent(full.ordersPerSecond, replayed.ordersPerSecond)} (≥ 60 %)`,
      commits.toFixed(0),
      plain.toFixed(0),
      percent(commits, plain),
      `${half.stepP99.toFixed(0)} ms (< 50)`,
    ];
  });
  return table(head, rows);
}

function costs(measured: readonly Measured[]): string {
  const head = [
    '每单 CPU per order',
    '服务 service',
    '数据库 database',
    '客户 customers',
    '数据库自己 database alone',
    '数据库工作 work of the database',
  ];
  const rows = measured.map(({ services, cpu, cost, floors }) => [
    `${services} 进程 processes`,
    ...[cpu.services, cpu.database, cpu.customers, floors.replayed.databaseMs].map((ms) => `${ms.toFixed(1)} ms`),
    `${cost.commits.toFixed(1)} commits, ${cost.statements.toFixed(0)} statements, ${(cost.databaseBytes / 1024).toFixed(1)} KiB, WAL ${(cost.walBytes / 1024).toFixed(0)} KiB`,
  ]);
  return table(head, rows);
}

function percent(part: number, whole: number): string {
  return `${((part / whole) * 100).toFixed(0)} %`;
}
