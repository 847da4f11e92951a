import { ToldProblem } from '../tools/told-problem.mjs';

/** The pinned Node does the work; this one only has to start it. */
const OLDEST_MAJOR = 20;

export function checkNodeVersion(version = process.versions.node) {
  if (Number.parseInt(version, 10) >= OLDEST_MAJOR) return;
  throw new ToldProblem({
    zh: `Node ${version} 太旧，需要 Node ${OLDEST_MAJOR} 或更高版本。`,
    en: `Node ${version} is too old: Node ${OLDEST_MAJOR} or later is needed to start.`,
    details: ['https://nodejs.org/'],
  });
}
