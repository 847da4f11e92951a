import type { KeyList } from '@certbridge/shared/contract/key-events.ts';
import type { PublicError } from '@certbridge/shared/contract/result.ts';
import { greet, type HostCommand, startHost } from '../host-client.ts';
import { wordsOf } from '../words-of.ts';
import type { Finding } from './finding.ts';

export interface CheckedHost {
  readonly findings: readonly Finding[];
  readonly list?: KeyList;
}

/** Starts the host as the browser would and asks what a panel would ask. */
export async function checkHost(command: HostCommand): Promise<CheckedHost> {
  const started = performance.now();
  const host = startHost(command);
  const hello = await greet(host);
  const ms = Math.round(performance.now() - started);
  const list = hello.ok ? await host.caller.call('keys.list', {}) : hello;
  host.close();
  if (!hello.ok) return { findings: [problem('host', hello.error)] };
  const { hostVersion, agreed } = hello.value;
  const what = {
    zh: `本机组件 ${hostVersion} 应答（协议 ${agreed}，${ms} 毫秒）`,
    en: `the host answers (protocol ${agreed}, ${ms} ms)`,
  };
  const answered: Finding = { check: 'host', ok: true, what };
  return list.ok ? { findings: [answered], list: list.value } : { findings: [answered, problem('driver', list.error)] };
}

function problem(check: Finding['check'], error: PublicError): Finding {
  return { check, ok: false, ...wordsOf(error) };
}
