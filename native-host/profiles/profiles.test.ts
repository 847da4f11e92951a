import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadProfiles, profilesDirFor } from './load-profiles.ts';
import { isBlank, profileFor } from './profile-for.ts';
import { shippedProfiles } from './shipped-profiles.ts';
import { type TokenProfile, tokenProfile } from './token-profile.ts';

const OWN = { id: 'own', name: '自有 Own', status: 'unverified', source: 'A letter from the maker.' };
const profile = (match: TokenProfile['match'], more: object = {}): TokenProfile =>
  tokenProfile.parse({ ...OWN, match, ...more });
const stranger = { library: '/opt/x/libown.so', manufacturer: 'Own Keys Ltd.', model: 'Own 3' };

describe('the profiles that come with the host', () => {
  it('have each an id of their own, and each says where it is from', () => {
    const all = shippedProfiles();
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(all.filter(({ source }) => source.length < 20)).toEqual([]);
  });

  it('cover the keys that are common in China, as unverified as they are', () => {
    const unverified = shippedProfiles().flatMap(({ id, status }) => (status === 'unverified' ? [id] : []));
    for (const maker of ['feitian', 'longmai', 'haitai', 'watchdata', 'sansec', 'tass']) {
      expect(unverified.some((id) => id.startsWith(maker))).toBe(true);
    }
  });

  it('name SM2 numbers of the vendors’ range only', () => {
    for (const { sm2 } of shippedProfiles()) {
      if (!sm2) continue;
      for (const number of [sm2.keyType, sm2.generate, sm2.sign.mechanism])
        expect(number).toBeGreaterThanOrEqual(2 ** 31);
    }
  });
});

describe('the profile of a token', () => {
  it('is the one whose rules all hold', () => {
    const [byFile, byMaker] = [profile({ libraries: ['LibOwn.so'] }), profile({ manufacturers: ['Own Keys'] })];
    expect(profileFor([byFile], stranger)).toBe(byFile);
    expect(profileFor([byMaker], stranger)).toBe(byMaker);
    expect(profileFor([profile({ libraries: ['libown.so'], manufacturers: ['Other'] })], stranger)).toBeUndefined();
  });

  it('is the one with the most rules, and of these the first', () => {
    const [wide, narrow, late] = [
      profile({ libraries: ['libown.so'] }),
      profile({ libraries: ['libown.so'], models: ['Own 3', 'Own 4'] }),
      profile({ libraries: ['libown.so'], models: ['Own'] }),
    ];
    expect(profileFor([wide, narrow, late], stranger)).toBe(narrow);
  });

  it('is found by the file of a Windows path too', () => {
    const own = profile({ libraries: ['own.dll'] });
    expect(profileFor([own], { ...stranger, library: 'C:\\Windows\\System32\\OWN.DLL' })).toBe(own);
  });

  it('is none for a token that nobody knows', () => {
    expect(profileFor(shippedProfiles(), stranger)).toBeUndefined();
  });

  it('knows a blank key whose driver calls it initialised', () => {
    const hides = profile({ libraries: ['libown.so'] }, { quirks: { blankLabels: ['New key'] } });
    expect(isBlank(undefined, { flags: 0x405, label: 'New key' })).toBe(false);
    expect(isBlank(hides, { flags: 0x405, label: 'New key   ' })).toBe(true);
    expect(isBlank(hides, { flags: 0x405, label: '张三' })).toBe(false);
    expect(isBlank(undefined, { flags: 0x5, label: '' })).toBe(true);
  });
});

describe('an administrator’s own profile', () => {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'profiles-'));
  });
  afterEach(() => rmSync(dir, { recursive: true }));

  const write = (name: string, content: unknown) =>
    writeFileSync(join(dir, name), typeof content === 'string' ? content : JSON.stringify(content));

  it('lies beside the host’s configuration', () => {
    expect(profilesDirFor(join('etc', 'host-config.json'))).toBe(join('etc', 'profiles'));
  });

  it('goes before those of the host, and replaces one by its id', () => {
    write('a.json', { ...OWN, match: { libraries: ['libown.so'] } });
    write('b.json', { ...OWN, id: 'softhsm2', name: 'Mine', match: { manufacturers: ['SoftHSM'] } });
    const { profiles, refused } = loadProfiles(dir);
    expect(refused).toEqual([]);
    expect(profiles.slice(0, 2).map(({ id }) => id)).toEqual(['own', 'softhsm2']);
    expect(profiles.filter(({ id }) => id === 'softhsm2')).toHaveLength(1);
    expect(profiles).toHaveLength(shippedProfiles().length + 1);
  });

  it('that says nonsense is refused by name and reason, and the others hold', () => {
    write('a.json', '{');
    write('b.json', { ...OWN, match: {} });
    write('c.json', { ...OWN, match: { libraries: ['x.so'] }, pinn: 1 });
    write('d.json', { ...OWN, match: { libraries: ['x.so'] }, sm2: { keyType: 4 } });
    write('e.json', { ...OWN, match: { libraries: ['x.so'] } });
    const { profiles, refused } = loadProfiles(dir);
    expect(refused.map(({ file }) => file)).toEqual(['a.json', 'b.json', 'c.json', 'd.json']);
    for (const { reason } of refused) expect(reason).not.toBe('');
    expect(profiles[0]?.id).toBe('own');
  });

  it('is not needed', () => {
    expect(loadProfiles(join(dir, 'nowhere'))).toEqual({ profiles: shippedProfiles(), refused: [] });
  });
});
