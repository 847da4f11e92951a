import { type PanelContract, panelContract } from '@certbridge/shared/contract/panel.ts';
import { fail } from '@certbridge/shared/contract/result.ts';
import type { ToClient } from '@certbridge/shared/contract/wire.ts';
import { Dispatcher, type Handlers } from '@certbridge/shared/rpc/dispatcher.ts';
import { expect, it } from 'vitest';
import { CALLER_KINDS, type Caller } from '../../extension/background/doors/caller.ts';
import { mayCall, WHO_MAY_CALL } from '../../extension/background/doors/who-may-call.ts';

const operations = Object.keys(panelContract) as (keyof PanelContract)[];

it('the table of the door has a row for every operation and says yes or no to every kind of caller', () => {
  expect(Object.keys(WHO_MAY_CALL).sort()).toEqual([...operations].sort());
  for (const operation of operations) {
    const row = WHO_MAY_CALL[operation];
    expect(Object.keys(row).sort()).toEqual([...CALLER_KINDS].sort());
    expect(Object.values(row).every((answer) => typeof answer === 'boolean')).toBe(true);
  }
});

it.each(operations)('%s is refused to a caller of a kind that nobody knows', async (operation) => {
  const stranger = { kind: 'stranger' } as unknown as Caller;
  expect(await ask(stranger, operation)).toMatchObject({
    result: { ok: false, error: { code: 'CALLER_NOT_ALLOWED' } },
  });
});

it.each(operations)('%s is refused to a caller that the browser did not attest', async (operation) => {
  const unattested = fail('ORIGIN_NOT_REGISTERED');
  expect(await ask(unattested, operation)).toMatchObject({
    result: { ok: false, error: { code: 'ORIGIN_NOT_REGISTERED' } },
  });
});

it.each(['key.wipe', '', 'constructor', '__proto__', 'toString'])(
  'the operation "%s" is refused to everybody',
  async (name) => {
    const reply = await ask({ kind: 'panel-in-tab' }, name);
    expect(['OPERATION_UNKNOWN', 'MESSAGE_MALFORMED']).toContain(codeOf(reply));
  },
);

/** The door in front of handlers that would all say yes. */
function ask(peer: Parameters<typeof mayCall>[0], operation: string): Promise<ToClient> {
  const open = async () => ({ ok: true, value: {} });
  const dispatcher = new Dispatcher<PanelContract, Parameters<typeof mayCall>[0]>({
    contract: panelContract,
    handlers: Object.fromEntries(operations.map((name) => [name, open])) as unknown as Handlers<
      PanelContract,
      Parameters<typeof mayCall>[0]
    >,
    admits: mayCall,
    clock: { now: () => 0, after: () => () => undefined },
    report: () => undefined,
  });
  return new Promise((resolve) => {
    dispatcher.connect(peer, resolve).receive({ type: 'request', id: '1', operation, input: {} });
  });
}

function codeOf(message: ToClient): string | undefined {
  return message.type === 'reply' && !message.result.ok ? message.result.error.code : undefined;
}
