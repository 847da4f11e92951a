import * as z from 'zod/mini';
import { moduleConfig } from '../../config/host-config.ts';

/** What a worker is told of its driver, in its one argument. The driver's environment came with the process. */
export const workerModule = z.omit(moduleConfig, { env: true });
export type WorkerModule = z.infer<typeof workerModule>;
