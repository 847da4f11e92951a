import { ToldProblem } from '../tools/told-problem.mjs';

/** Why the world could not be started, or did not last. */
export class WorldProblem extends ToldProblem {}
