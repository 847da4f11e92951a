import { table } from '../../scripts/tools/table.ts';
import type { Timings } from './timings.ts';

export interface Figure {
  readonly what: string;
  readonly measured: Timings;
  /** The least that anybody could need for it, measured in this same run. Absent where there is no such thing. */
  readonly floor?: { readonly name: string; readonly measured: Timings };
  /** In words. Printed beside, never asserted: this computer may be busy. */
  readonly target?: string;
  /** Milliseconds, unless it says otherwise. */
  readonly unit?: '%';
}

const HEAD = ['量了什么 what', 'n', 'median', 'p95', 'max', '底线 floor', 'median', '倍数 ratio', '目标 target'];

/** One row for each figure; times in milliseconds. */
export function report(figures: readonly Figure[]): string {
  return table(HEAD, figures.map(row));
}

function row({ what, measured, floor, target = '', unit }: Figure): string[] {
  const shown = (value: number) => (unit === '%' ? `${value.toFixed(2)} %` : inMs(value));
  const spread = measured.count > 1 ? [shown(measured.p95), shown(measured.max)] : ['', ''];
  const beside = floor
    ? [floor.name, shown(floor.measured.median), `× ${(measured.median / floor.measured.median).toFixed(2)}`]
    : ['—', '', ''];
  return [what, String(measured.count), shown(measured.median), ...spread, ...beside, target];
}

function inMs(value: number): string {
  return value < 10 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : value.toFixed(0);
}
