import { describe, expect, it } from 'vitest';
import type { HostConfig, ModuleConfig } from './host-config.ts';
import { hostConfig } from './host-config.ts';
import { knownModulesOf } from './known-modules.ts';
import { type Machine, resolveModules } from './resolve-modules.ts';

const OPENSC = '/usr/lib/x86_64-linux-gnu/opensc-pkcs11.so';

const machine = (platform: NodeJS.Platform, ...files: string[]): Machine => ({
  platform,
  env: { SystemRoot: 'C:\\Windows' },
  exists: (path) => files.includes(path),
});
const config = (...modules: ModuleConfig[]): HostConfig => ({
  allowedExtensionIds: [],
  useKnownModules: true,
  modules,
});
const own: ModuleConfig = { id: 'own', name: 'Own', path: '/opt/own.so', env: {}, seesNewTokensAfter: 'polling' };

describe('the drivers of a computer', () => {
  it('are the configured ones, and then the known ones that are there', () => {
    const modules = resolveModules(config(own), machine('linux', OPENSC));
    expect(modules.map(({ id, path }) => [id, path])).toEqual([
      ['own', '/opt/own.so'],
      ['opensc', OPENSC],
    ]);
  });

  it('include a configured one that is missing: that must be told, not hidden', () => {
    expect(resolveModules(config(own), machine('linux'))).toEqual([own]);
  });

  it('are not doubled when the configuration names a known one', () => {
    const same = { ...own, path: OPENSC };
    expect(resolveModules(config(same), machine('linux', OPENSC))).toEqual([same]);
    const renamed = { ...own, id: 'opensc' };
    expect(resolveModules(config(renamed), machine('linux', OPENSC))).toEqual([renamed]);
  });

  it('are the configured ones alone when the known are not wanted', () => {
    expect(resolveModules({ ...config(own), useKnownModules: false }, machine('linux', OPENSC))).toEqual([own]);
  });

  it('are found behind Windows’ variables; a variable that is not set is no place', () => {
    const found = resolveModules(config(), machine('win32', 'C:\\Windows\\System32\\eps2003csp11.dll'));
    expect(found.map(({ id }) => id)).toEqual(['feitian-epass2003']);
  });

  it.each(['linux', 'win32', 'darwin'] as const)('of %s: no two known ones share a name or a place', (platform) => {
    const known = knownModulesOf(platform);
    const places = known.flatMap(({ paths }) => paths);
    expect(known.length).toBeGreaterThan(3);
    expect(new Set(known.map(({ id }) => id)).size).toBe(known.length);
    expect(new Set(places).size).toBe(places.length);
  });
});

describe('a configuration', () => {
  const accepted = (modules: unknown[]) =>
    hostConfig.safeParse({ allowedExtensionIds: [], useKnownModules: false, modules }).success;

  it('may leave out what a driver seldom needs', () => {
    expect(accepted([{ id: 'm', name: 'M', path: '/m.so' }])).toBe(true);
  });

  it.each([
    ['a path that depends on the folder we are in', [{ id: 'm', name: 'M', path: 'm.so' }]],
    ['an id that would break a key’s name', [{ id: 'm:1', name: 'M', path: '/m.so' }]],
    [
      'two drivers of one id',
      [
        { id: 'm', name: 'M', path: '/m.so' },
        { id: 'm', name: 'N', path: '/n.so' },
      ],
    ],
    ['a key that nobody knows', [{ id: 'm', name: 'M', path: '/m.so', pin: '1' }]],
  ])('is refused with %s', (_what, modules) => {
    expect(accepted(modules)).toBe(false);
  });
});
