import type { Left } from './try-cut.ts';

/** What a campaign found. */
export interface Findings {
  tried: number;
  unusable: number;
  orphaned: number;
  lost: number;
  /** One line for each thing that a cut left wrong. */
  readonly wrong: string[];
}

export const noFindings = (): Findings => ({ tried: 0, unusable: 0, orphaned: 0, lost: 0, wrong: [] });

/** Counts what the cut of that name left; gives what was wrong with it, a line each. */
export function addCut(findings: Findings, name: string, { unusable, orphaned, lost }: Left): string[] {
  findings.tried += 1;
  findings.unusable += unusable.length > 0 ? 1 : 0;
  findings.orphaned += orphaned.length;
  findings.lost += lost.length;
  const what = [...unusable, ...orphaned.map((one) => `orphan ${one}`), ...lost.map((one) => `lost ${one}`)];
  const lines = what.map((line) => `${name}: ${line}`);
  findings.wrong.push(...lines);
  return lines;
}

export function isClean({ tried, unusable, orphaned, lost }: Findings): boolean {
  return tried > 0 && unusable + orphaned + lost === 0;
}

/** The line that every campaign closes with. */
export function closingLine({ tried, unusable, orphaned, lost }: Findings): string {
  return `cuts tried: ${tried}, keys left unusable: ${unusable}, objects orphaned: ${orphaned}, certificates lost: ${lost}`;
}
