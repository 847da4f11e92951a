import { ToldProblem } from '../tools/told-problem.mjs';

/** Something on this computer that only a person can put right; the details are the next steps. */
export class SetupProblem extends ToldProblem {}
