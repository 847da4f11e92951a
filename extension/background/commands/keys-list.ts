import type { Command } from './command.ts';

export const keysList: Command<'keys.list'> =
  ({ native }) =>
  (_, { cancellation }) =>
    native.call('keys.list', {}, { cancellation });
