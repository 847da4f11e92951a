import type { PublicError } from '@certbridge/shared/contract/result.ts';
import type { KeySummary } from '@certbridge/shared/domain/key.ts';
import { greet, startHost } from '../host-client.ts';
import { installationFor } from '../places.ts';
import { examine, hostCommandFor } from '../registered-host.ts';
import { type CliCommand, say } from '../terminal.ts';
import { wordsOf } from '../words-of.ts';

export const keys: CliCommand = async (given, { host: program }) => {
  const installation = installationFor(given);
  const examined = await Promise.all(installation.places.map(examine));
  const registered = examined.find(({ state }) => state === 'registered');
  const host = startHost(hostCommandFor(registered, { ...installation, host: program }));
  const hello = await greet(host);
  const list = hello.ok ? await host.caller.call('keys.list', {}) : hello;
  host.close();
  if (given.json) say(JSON.stringify(list, null, 2));
  else if (list.ok) {
    for (const { error } of list.value.troubles) sayTrouble(error);
    if (list.value.keys.length === 0) say('没有插着 UKey。 · No key is plugged in.');
    for (const key of list.value.keys) say(lineOf(key));
  } else sayTrouble(list.error);
  return list.ok ? 0 : 1;
};

function sayTrouble(error: PublicError): void {
  const { what, fix } = wordsOf(error);
  say(`✗ ${what.zh} · ${what.en}`, `  → ${fix.zh} · ${fix.en}`);
}

function lineOf({ label, serial, module, pin }: KeySummary): string {
  return `${label}  ${serial}  ${module.name}  密码 password: ${pin.state}`;
}
