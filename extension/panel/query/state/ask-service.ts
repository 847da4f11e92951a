import { type OnlineContract, onlineContract } from '@certbridge/shared/contract/online.ts';
import type { InputOf, OutputOf } from '@certbridge/shared/contract/operation.ts';
import type { Result } from '@certbridge/shared/contract/result.ts';
import type { OnlineClient } from '../../online-client/online-client.ts';
import { createOnceKeys } from '../../order/state/once-keys.ts';

/** Asks the service; what is pressed again while nobody has answered is still the same act. */
export type AskService = <Name extends keyof OnlineContract>(
  name: Name,
  input: InputOf<OnlineContract[Name]>,
) => Promise<Result<OutputOf<OnlineContract[Name]>>>;

export function createAskService(service: OnlineClient, token: () => string | undefined): AskService {
  const keys = createOnceKeys();
  return async (name, input) => {
    if (onlineContract[name].effect === 'none') return service.call(name, input, { token: token() });
    const request = JSON.stringify([name, input]);
    const result = await service.call(name, input, { token: token(), onceKey: keys.keyOf(request) });
    keys.answered(request, result);
    return result;
  };
}
