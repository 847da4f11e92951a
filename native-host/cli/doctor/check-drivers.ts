import type { KeyList } from '@certbridge/shared/contract/key-events.ts';
import type { ModuleConfig } from '../../config/host-config.ts';
import { wordsOf } from '../words-of.ts';
import type { Finding } from './finding.ts';
import { is32Bit } from './library-bits.ts';

/** Every driver on this computer, whether it works, and the keys that they show. */
export function checkDrivers(modules: readonly ModuleConfig[], { keys, troubles }: KeyList): Finding[] {
  const drivers = modules.map(({ id, name, path }): Finding => {
    const trouble = troubles.find(({ module }) => module.id === id);
    if (trouble && is32Bit(path)) return { check: 'driver', ok: false, ...wordsFor32Bit(name) };
    if (trouble) return { check: 'driver', ok: false, ...wordsOf(trouble.error) };
    return { check: 'driver', ok: true, what: { zh: `驱动 ${name} 可用`, en: `driver works (${path})` } };
  });
  return [...drivers, ...keyFindings(keys)];
}

function wordsFor32Bit(name: string): Pick<Finding, 'what' | 'fix'> {
  return {
    what: { zh: `驱动 ${name} 是 32 位的，本机组件是 64 位的`, en: 'this driver has 32 bits, and the host has 64' },
    fix: { zh: '请安装厂商的 64 位驱动', en: 'install the maker’s 64-bit driver' },
  };
}

function keyFindings(keys: KeyList['keys']): Finding[] {
  if (keys.length === 0) {
    const what = { zh: '没有插着 UKey', en: 'no key is plugged in' };
    return [
      { check: 'key', ok: true, what, fix: { zh: '插上 UKey 再检查一次', en: 'plug the key in and check again' } },
    ];
  }
  return keys.map(({ label, module, pin }) => ({
    check: 'key',
    ok: true,
    what: { zh: `UKey“${label}”（${module.name}）`, en: `key found, password: ${pin.state}` },
  }));
}
