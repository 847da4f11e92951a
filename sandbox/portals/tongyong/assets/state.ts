import type { Texts } from './texts.ts';

export type LoginWay = keyof Texts['ways'];
export type LoginNote = { kind: 'fault'; fault: keyof Texts['faults'] } | { kind: 'received' };

/** Everything that must outlive a redraw: the nodes do not. */
export interface State {
  way: LoginWay;
  /** What was typed, by the control's id. */
  readonly drafts: Map<string, string>;
  note: LoginNote | undefined;
  sending: boolean;
  check: keyof Texts['results'] | 'running' | undefined;
  /** What the last heartbeat said. */
  serverTime: string;
}

export const state: State = {
  way: 'certificate',
  drafts: new Map(),
  note: undefined,
  sending: false,
  check: undefined,
  serverTime: '--:--:--',
};
