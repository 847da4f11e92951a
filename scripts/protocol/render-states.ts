import { ALL_MACHINES, PROCESSING } from '@certbridge/shared/domain/machines/all-machines.ts';
import type { Machine } from '@certbridge/shared/domain/machines/machine.ts';

/** `docs/states.md`: the three tables as pictures and as lists. */
export function renderStates(): string {
  return `${[
    '# States',
    'Made from `shared/domain/machines` by `npm run docs`; do not edit. The service refuses to start with a table in which a',
    'state is never reached, never left, or left in two ways by one event. Every transition is one transaction: compare-and-set',
    'on state and version, an audit row, and what must leave the service.',
    '',
    `Beside its state an order has a processing column: ${PROCESSING.map((one) => `\`${one}\``).join(', ')}.`,
    '',
    ...ALL_MACHINES.flatMap(section),
  ].join('\n')}`;
}

function section(machine: Machine): string[] {
  return [
    `## ${machine.name}`,
    '',
    '```mermaid',
    'stateDiagram-v2',
    `  [*] --> ${machine.first}`,
    ...machine.transitions.flatMap(({ event, from, to }) => from.map((state) => `  ${state} --> ${to} : ${event}`)),
    ...machine.ends.map((end) => `  ${end} --> [*]`),
    '```',
    '',
    '| event | from | to | by |',
    '| --- | --- | --- | --- |',
    ...machine.transitions.map(
      ({ event, from, to, by }) => `| ${event} | ${from.join(', ')} | ${to} | ${by.join(', ')} |`,
    ),
    '',
  ];
}
