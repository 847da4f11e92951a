import type { Machine } from './machine.ts';

/** What is wrong with a table; the service does not start while anything is. */
export function faultsOf(machine: Machine): string[] {
  const faults: string[] = [];
  const reached = reachable(machine);
  for (const state of machine.states) if (!reached.has(state)) faults.push(`${state} is never reached`);
  for (const end of machine.ends) {
    if (machine.transitions.some(({ from }) => from.includes(end))) faults.push(`${end} is an end and is left`);
  }
  for (const state of machine.states) {
    const left = machine.transitions.filter(({ from }) => from.includes(state));
    if (left.length === 0 && !machine.ends.includes(state)) faults.push(`${state} is never left and is no end`);
    const events = left.map(({ event }) => event);
    for (const event of events.filter((one, at) => events.indexOf(one) < at)) {
      faults.push(`${event} leads from ${state} to two places`);
    }
  }
  return faults;
}

export function refuseFaultyMachine(machine: Machine): void {
  const faults = faultsOf(machine);
  if (faults.length > 0) throw new Error(`The ${machine.name} machine cannot be used: ${faults.join('; ')}`);
}

function reachable(machine: Machine): Set<string> {
  const reached = new Set([machine.first]);
  for (let before = 0; before < reached.size; ) {
    before = reached.size;
    for (const { from, to } of machine.transitions) if (from.some((state) => reached.has(state))) reached.add(to);
  }
  return reached;
}
