import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../../testing/temporary-folder.ts';
import { verifies } from '../verify-signature.ts';
import { openToken, TokenMissing } from './open-token.ts';
import { makeTokenKey, tokenKey } from './token-key.ts';

const PIN = '123456';
const home = await temporaryFolder();
mkdirSync(join(home, 'tokens'));
process.env['SOFTHSM2_CONF'] = join(home, 'softhsm2.conf');
writeFileSync(join(home, 'softhsm2.conf'), `directories.tokendir = ${join(home, 'tokens')}\n`);
const init = ['--init-token', '--free', '--label', 'authority', '--so-pin', '12345678', '--pin', PIN];
execFileSync('softhsm2-util', init, { stdio: 'ignore' });
const place = { module: '/usr/lib/softhsm/libsofthsm2.so', token: 'authority' };
const open = () => openToken(place, PIN);

describe.each(['rsa', 'p256'] as const)('a key for %s in a token', (algorithm) => {
  const label = `test-${algorithm}`;
  makeTokenKey(open(), { algorithm, label, rsaBits: 2048 });
  const key = tokenKey(open, algorithm, label);
  const message = Buffer.from('to be signed');
  const signs = async () => verifies({ algorithm, message, signature: await key.sign(message) }, key.publicKey);

  it('signs what everybody can verify, many at once', async () => {
    expect(await Promise.all(Array.from({ length: 10 }, signs))).toEqual(Array.from({ length: 10 }, () => true));
  });

  it('signs on after the token has forgotten its sessions', async () => {
    expect(await signs()).toBe(true);
    const { library } = open();
    for (const slot of library.C_GetSlotList(true)) library.C_CloseAllSessions(slot);
    expect(await signs()).toBe(true);
  });
});

it('a token or a key that is not there is named as missing', () => {
  expect(() => openToken({ ...place, token: 'another' }, PIN)).toThrow(TokenMissing);
  expect(() => tokenKey(open, 'p256', 'nobody')).toThrow(TokenMissing);
});
