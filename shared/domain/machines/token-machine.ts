import type { Machine } from './machine.ts';

export const TOKEN_STATES = [
  'blank',
  'initialised',
  'written',
  'verified',
  'posted',
  'in-use',
  'replaced',
  'spoilt',
] as const;
export type TokenState = (typeof TOKEN_STATES)[number];

export const TOKEN_EVENTS = ['initialise', 'write', 'verify', 'post', 'activate', 'replace', 'spoil'] as const;
export type TokenEvent = (typeof TOKEN_EVENTS)[number];

/** A key's life at the counter, from the maker's drawer to the holder's hand. */
export const TOKEN_MACHINE: Machine<TokenState, TokenEvent> = {
  name: 'token',
  states: TOKEN_STATES,
  first: 'blank',
  ends: ['replaced', 'spoilt'],
  transitions: [
    { event: 'initialise', from: ['blank'], to: 'initialised', by: ['staff'] },
    { event: 'write', from: ['initialised'], to: 'written', by: ['staff'] },
    { event: 'verify', from: ['written'], to: 'verified', by: ['staff', 'service'] },
    { event: 'post', from: ['verified'], to: 'posted', by: ['staff'] },
    { event: 'activate', from: ['posted', 'verified'], to: 'in-use', by: ['applicant', 'service', 'partner'] },
    { event: 'replace', from: ['posted', 'in-use'], to: 'replaced', by: ['service', 'staff'] },
    { event: 'spoil', from: ['blank', 'initialised', 'written', 'verified'], to: 'spoilt', by: ['staff'] },
  ],
};
