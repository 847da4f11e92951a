import type { WorkerContract } from '../worker-contract.ts';
import type { Bell } from './bell/bell.ts';
import type { OrderGate } from './order-gate.ts';
import type { WorkerHandler, WorkerParts } from './worker-handler.ts';

type KeyVerb = Exclude<keyof WorkerContract, 'ping' | `token${string}`>;
/** What beside the key itself its verbs have to do with. */
interface Aside {
  readonly gate: OrderGate;
  readonly bell: Bell;
}

type KeyVerbs = { readonly [Name in KeyVerb]: WorkerHandler<Name> };

/** Each verb's file, with the formats that it needs, is read when it is first asked for: a watching worker starts light. */
export function keyVerbs(parts: WorkerParts, { gate, bell }: Aside): KeyVerbs {
  /** What a verb changed on its key, such as the tries that are left, is soon shown to whoever watches. */
  const lazily = <Name extends KeyVerb>(load: () => Promise<WorkerHandler<Name>>): WorkerHandler<Name> => {
    const verb = loaded(load);
    return (input, context) => verb(input, context).finally(() => bell.ringSoon());
  };
  return {
    'pin.verify': lazily(async () => (await import('./verbs/pin-verify.ts')).pinVerify(parts)),
    'pin.change': lazily(async () => (await import('./verbs/pin-change.ts')).pinChange(parts)),
    'application.sign': lazily(async () => (await import('./verbs/application-sign.ts')).applicationSign(parts, gate)),
    'renewal.state': lazily(async () => (await import('./verbs/renewal-state.ts')).renewalState(parts)),
    'renewal.prepare': lazily(async () => (await import('./verbs/renewal-prepare.ts')).renewalPrepare(parts)),
    'renewal.install': lazily(async () => (await import('./verbs/renewal-install.ts')).renewalInstall(parts)),
    'renewal.retire': lazily(async () => (await import('./verbs/renewal-retire.ts')).renewalRetire(parts)),
    'unlock.complete': lazily(async () => (await import('./verbs/unlock-complete.ts')).unlockComplete(parts)),
    'making.initialise': lazily(async () => (await import('./verbs/making-initialise.ts')).makingInitialise(parts)),
    'making.prepare': lazily(async () => (await import('./verbs/making-prepare.ts')).makingPrepare(parts)),
    'making.install': lazily(async () => (await import('./verbs/making-install.ts')).makingInstall(parts)),
    'decrypt.check': lazily(async () => (await import('./verbs/decrypt-check.ts')).decryptCheck(parts)),
    'key.identify': lazily(async () => (await import('./verbs/key-identify.ts')).keyIdentify(parts)),
  };
}

function loaded<Name extends KeyVerb>(load: () => Promise<WorkerHandler<Name>>): WorkerHandler<Name> {
  let verb: Promise<WorkerHandler<Name>> | undefined;
  return async (input, context) => {
    verb ??= load();
    return (await verb)(input, context);
  };
}
