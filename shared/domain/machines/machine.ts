/** Who may cause a transition. The staff's roles are told apart by the console's own door. */
export const ACTORS = ['applicant', 'staff', 'service', 'partner'] as const;
export type Actor = (typeof ACTORS)[number];

export interface Transition<State extends string, Event extends string> {
  readonly event: Event;
  readonly from: readonly State[];
  readonly to: State;
  readonly by: readonly Actor[];
}

/** A state machine as data: what moves an order, a payment or a key is read from a table, and so are its documents. */
export interface Machine<State extends string = string, Event extends string = string> {
  readonly name: string;
  readonly states: readonly State[];
  readonly first: State;
  /** Nothing leaves these. */
  readonly ends: readonly State[];
  readonly transitions: readonly Transition<State, Event>[];
}

/** Where an event leads from a state; undefined: it is not allowed there. */
export function nextState<State extends string, Event extends string>(
  machine: Machine<State, Event>,
  step: { readonly state: State; readonly event: Event; readonly by: Actor },
): State | undefined {
  return machine.transitions.find(
    ({ event, from, by }) => event === step.event && from.includes(step.state) && by.includes(step.by),
  )?.to;
}

/** What may happen next, for one actor: the buttons of a screen. */
export function eventsFrom<State extends string, Event extends string>(
  machine: Machine<State, Event>,
  step: { readonly state: State; readonly by: Actor },
): Event[] {
  return machine.transitions
    .filter(({ from, by }) => from.includes(step.state) && by.includes(step.by))
    .map(({ event }) => event);
}
