import type { Result } from '@certbridge/shared/contract/result.ts';
import { said } from '../through-host/host-desk.ts';
import { declaredGap } from './declared-gaps.ts';

export interface Cell {
  readonly verb: string;
  readonly module: string;
  readonly algorithm: string;
}

export interface Row extends Cell {
  readonly passed: boolean;
  readonly result: string;
}

/** The host said that the module can't. */
class Gap extends Error {}

/** Its value, or what the row says instead. */
export function need<Value>(result: Result<Value>): Value {
  if (result.ok) return result.value;
  if (result.error.code === 'CAPABILITY_MISSING') throw new Gap(result.error.support ?? '');
  throw new Error(said(result));
}

export function expectThat(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}

export class Rows {
  readonly #told: (row: Row) => void;
  readonly rows: Row[] = [];

  constructor(told: (row: Row) => void) {
    this.#told = told;
  }

  /** What the work answers; nothing where it failed or can't be. */
  async row<Value>(cell: Cell, work: () => Value | Promise<Value>): Promise<Value | undefined> {
    const why = declaredGap(cell.verb, cell.module, cell.algorithm);
    try {
      const value = await work();
      this.#add(cell, why === undefined ? [true, 'ok'] : [false, `FAILED works, though declared a gap: ${why}`]);
      return value;
    } catch (cause) {
      this.#add(cell, outcomeOf(cause, why));
      return undefined;
    }
  }

  #add(cell: Cell, [passed, result]: readonly [boolean, string]): void {
    const row = { ...cell, passed, result };
    this.rows.push(row);
    this.#told(row);
  }
}

function outcomeOf(cause: unknown, why: string | undefined): readonly [boolean, string] {
  const text = cause instanceof Error ? cause.message : String(cause);
  if (!(cause instanceof Gap)) return [false, `FAILED ${text}`];
  return why === undefined
    ? [false, `FAILED undeclared capability gap: ${text}`]
    : [true, `capability gap: ${why} (${text})`];
}
