import { setTimeout as pause } from 'node:timers/promises';

export interface Load {
  readonly perSecond: number;
  /** Milliseconds of each. */
  readonly took: readonly number[];
}

/** One after the other at a steady rate, whether the earlier ones are done or not. */
export async function steady(works: readonly (() => Promise<unknown>)[], perSecond: number): Promise<Load> {
  const took: number[] = [];
  const open: Promise<void>[] = [];
  const began = performance.now();
  for (const [at, work] of works.entries()) {
    const wait = began + (at * 1_000) / perSecond - performance.now();
    if (wait > 0) await pause(wait);
    open.push(timed(work, took));
  }
  await Promise.all(open);
  return loadOf(took, began);
}

/** As fast as so many callers can, each asking again when it has its answer. */
export async function flatOut(works: readonly (() => Promise<unknown>)[], callers: number): Promise<Load> {
  const took: number[] = [];
  const began = performance.now();
  let next = 0;
  const call = async () => {
    for (let work = works[next]; work; work = works[next]) {
      next += 1;
      await timed(work, took);
    }
  };
  await Promise.all(Array.from({ length: callers }, call));
  return loadOf(took, began);
}

async function timed(work: () => Promise<unknown>, took: number[]): Promise<void> {
  const began = performance.now();
  await work();
  took.push(performance.now() - began);
}

function loadOf(took: readonly number[], began: number): Load {
  return { took, perSecond: (took.length * 1_000) / (performance.now() - began) };
}
