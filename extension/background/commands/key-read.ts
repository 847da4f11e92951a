import type { Command } from './command.ts';

export const keyRead: Command<'key.read'> =
  ({ native }) =>
  ({ keyId }, { cancellation }) =>
    native.call('key.read', { keyId }, { cancellation });
