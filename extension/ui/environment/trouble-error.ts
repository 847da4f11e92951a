import type { ModuleTrouble } from '@certbridge/shared/contract/key-events.ts';
import type { PublicError } from '@certbridge/shared/contract/result.ts';

/** The driver's trouble with the driver's name in it, whoever reported it. */
export function troubleError({ module, error }: ModuleTrouble): PublicError {
  return { ...error, values: { module: module.name, ...error.values } };
}
