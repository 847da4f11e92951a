/** Two witnesses that nothing on the key changed: what is on it, read by another program; and which calls its driver saw. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CallFailed, type TokenProcess } from '../../fixtures/fault-token/token-process.ts';
import type { FaultModule } from '../modules/fault.ts';
import { inProcess } from '../modules/initialise-key.ts';

/** Whatever takes a password, changes an object, or uses a private key. */
const WRITING_CALLS = new Set([
  'C_InitToken',
  'C_InitPIN',
  'C_SetPIN',
  'C_Login',
  'C_CreateObject',
  'C_CopyObject',
  'C_DestroyObject',
  'C_SetAttributeValue',
  'C_GenerateKey',
  'C_GenerateKeyPair',
  'C_UnwrapKey',
  'C_DeriveKey',
  'C_SignInit',
  'C_DecryptInit',
]);

/** PKCS#11 v2.40: every attribute that the key's objects have, the unreadable ones of private keys among them. */
const ATTRIBUTES = [
  0x00, 0x01, 0x02, 0x03, 0x10, 0x11, 0x80, 0x81, 0x82, 0x100, 0x101, 0x102, 0x103, 0x104, 0x105, 0x106, 0x107, 0x108,
  0x10a, 0x10c, 0x120, 0x121, 0x122, 0x123, 0x161, 0x162, 0x163, 0x164, 0x165, 0x170, 0x180, 0x181,
];

/** As long as it is the same text, the key is the same to the byte. */
export async function keyAsItIs(module: FaultModule): Promise<string> {
  const file = readFileSync(join(module.token.env['FAULT_TOKEN_DIR'] ?? '', 'token0.token'));
  const read = await inProcess(module, async (p11) => {
    const [slot = Buffer.alloc(0)] = await p11.slots();
    // Before the login, which would set a count of wrong passwords back.
    const info = await p11.call('C_GetTokenInfo', slot);
    const session = await p11.session(slot, module.pin);
    const objects: string[] = [];
    for (const handle of await p11.find(session)) objects.push(await objectAsItIs(p11, session, handle));
    return JSON.stringify({ info: withoutSessions(info), objects: objects.sort() });
  });
  return `${createHash('sha256').update(file).digest('hex')} ${read}`;
}

async function objectAsItIs(p11: TokenProcess, session: Buffer, handle: Buffer): Promise<string> {
  const values: string[] = [];
  for (const type of ATTRIBUTES) {
    const value = await p11.attribute(session, handle, type).then(
      (bytes) => bytes.toString('hex'),
      (cause: unknown) => {
        if (cause instanceof CallFailed) return `0x${cause.code.toString(16)}`;
        throw cause;
      },
    );
    values.push(`${type.toString(16)}=${value}`);
  }
  return values.join(' ');
}

/** Flags with the counts of wrong passwords, label, serial, free room; the open sessions are whoever is looking. */
function withoutSessions(info: unknown): unknown {
  return Object.fromEntries(
    Object.entries(info as object)
      .filter(([name]) => !/session/i.test(name))
      .map(([name, value]) => [name, typeof value === 'bigint' ? String(value) : value]),
  );
}

/** The writing calls since it was last asked. Nothing of the key may be under way while it is. */
export function writingCalls({ token }: FaultModule): string[] {
  const calls = token.trace().flatMap(({ call }) => (WRITING_CALLS.has(call) ? [call] : []));
  token.resetCounter();
  return calls;
}
