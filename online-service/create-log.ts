import { type DestinationStream, destination, type Logger, pino, stdTimeFunctions } from 'pino';
import type { ServiceConfig } from './config/service-config.ts';

/** One JSON line for each event, written at once: the last words before an exit are the ones that are needed. */
export function createLog(level: ServiceConfig['logLevel'], to?: DestinationStream): Logger {
  const options = {
    level,
    base: { service: 'online' },
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  return pino(options, to ?? destination({ dest: 1, sync: true }));
}
