import { createPublicKey, type KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { keyIdOf } from './audit/signed-head.ts';
import { readAnchors } from './audit/verify/read-anchors.ts';
import { recordsIn, signaturesIn, waitingIn } from './audit/verify/read-database.ts';
import { reportOf } from './audit/verify/report.ts';
import { unrecordedEvents } from './audit/verify/unrecorded-events.ts';
import { verifyChain } from './audit/verify/verify-chain.ts';

const USAGE = `用法 usage: npm run -s audit:verify -- [--database URL] [--anchor DIR] --key FILE [--key FILE …]
  --database  PostgreSQL 的地址；不给则用 DATABASE_URL   the address; without it, DATABASE_URL
  --anchor    另存签名头的文件夹                          the folder of anchored heads
  --key       审计签名公钥（JWK），换过密钥则逐一给出      the audit's public key (a JWK); every one that was ever used
结果 exit: 0 没有问题 nothing wrong, 1 有问题 something is, 2 未能检查 could not be checked
`;

async function run(): Promise<0 | 1 | 2> {
  const { values } = parseArgs({
    options: {
      database: { type: 'string' },
      anchor: { type: 'string' },
      key: { type: 'string', multiple: true },
    },
  });
  const url = values.database ?? process.env['DATABASE_URL'];
  if (!url || !values.key) {
    process.stderr.write(USAGE);
    return 2;
  }
  const keys = new Map(await Promise.all(values.key.map(publicKeyIn)));
  const anchors = values.anchor === undefined ? undefined : await readAnchors(values.anchor);
  const client = new pg.Client({ connectionString: url, application_name: 'certbridge audit verify' });
  await client.connect();
  try {
    // One picture of the database, while the service goes on writing.
    await client.query('begin isolation level repeatable read read only');
    const signatures = await signaturesIn(client);
    const verified = await verifyChain({ records: recordsIn(client), signatures, anchors: anchors?.heads ?? [], keys });
    const waiting = await waitingIn(client);
    const { text, fine } = reportOf({
      ...verified,
      waiting,
      unrecorded: await unrecordedEvents(client),
      anchors: anchors?.heads.length,
      unreadable: anchors?.unreadable ?? [],
    });
    process.stdout.write(text);
    return fine ? 0 : 1;
  } finally {
    await client.end();
  }
}

/** A private key's file serves as well, where the auditor runs it beside the service. */
async function publicKeyIn(path: string): Promise<[string, KeyObject]> {
  const key = createPublicKey({ key: JSON.parse(await readFile(path, 'utf8')), format: 'jwk' });
  return [keyIdOf(key), key];
}

try {
  process.exitCode = await run();
} catch (problem) {
  // The driver's words may hold the address with its password.
  const code = problem instanceof Error && 'code' in problem ? String(problem.code) : 'unknown';
  process.stderr.write(
    `未能检查（${code}）：请核对地址、文件夹和密钥文件。\nNot checked (${code}): see address, folder and key files.\n\n${USAGE}`,
  );
  process.exitCode = 2;
}
