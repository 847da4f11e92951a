import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KeyList } from '@certbridge/shared/contract/key-events.ts';
import { fail } from '@certbridge/shared/contract/result.ts';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ModuleConfig } from '../../config/host-config.ts';
import { checkDrivers } from './check-drivers.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'drivers-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

/** A library with that ELF class, 1 for 32 bits and 2 for 64. */
function driver(id: string, elfClass: 1 | 2): ModuleConfig {
  const path = join(dir, `${id}.so`);
  writeFileSync(path, Buffer.concat([Buffer.from([0x7f, 0x45, 0x4c, 0x46, elfClass]), Buffer.alloc(123)]));
  return { id, name: `驱动${id}`, path, env: {}, seesNewTokensAfter: 'polling' };
}

const troubleOf = ({ id, name }: ModuleConfig): KeyList['troubles'][number] => ({
  module: { id, name },
  error: fail('MODULE_NOT_LOADED', { values: { module: name }, support: 'wrong ELF class' }).error,
});

it('a 32-bit driver, one that does not load and one that is well are told apart, each trouble with its fix', () => {
  const modules = [driver('a', 1), driver('b', 2), driver('c', 2)];
  const [old, broken] = modules;
  const troubles = old && broken ? [troubleOf(old), troubleOf(broken)] : [];
  expect(checkDrivers(modules, { keys: [], troubles })).toMatchObject([
    {
      check: 'driver',
      ok: false,
      what: { zh: expect.stringContaining('32 位') },
      fix: { en: expect.stringContaining('64-bit') },
    },
    {
      check: 'driver',
      ok: false,
      what: { en: expect.stringContaining('MODULE_NOT_LOADED: wrong ELF class') },
      fix: {},
    },
    { check: 'driver', ok: true },
    { check: 'key', ok: true, what: { en: 'no key is plugged in' }, fix: { en: expect.stringContaining('plug') } },
  ]);
});
