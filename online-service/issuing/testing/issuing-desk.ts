import { randomUUID } from 'node:crypto';
import type { KeyAlgorithm, PairUse } from '@certbridge/shared/contract/work-order.ts';
import { validityOfNew } from '@certbridge/shared/domain/certificate-validity.ts';
import { afterAll } from 'vitest';
import { createLog } from '../../create-log.ts';
import { blindIndex } from '../../personal-data/blind-index.ts';
import { masterKeyWrapper } from '../../personal-data/master-key-wrapper.ts';
import { sealedRecords } from '../../personal-data/sealed-record.ts';
import { openDatabase } from '../../storage/database.ts';
import { frozenChannels } from '../../storage/frozen-channels.ts';
import { prepareDatabase } from '../../storage/prepare-database.ts';
import { transactOn } from '../../storage/transact.ts';
import { externalDatabase } from '../../testing/external-database.ts';
import { testMasterKeys } from '../../testing/test-master-keys.ts';
import type { IssuingTools } from '../built-in/issuing-tools.ts';
import type { CertificateOrder, IssueOutcome } from '../certificate-authority.ts';
import type { Holder } from '../profiles/profile.ts';
import { keyByOpenssl, type OpensslKey, requestByOpenssl } from './request-by-openssl.ts';
import { testAuthorities } from './test-authorities.ts';

export const UNIT: Holder = {
  name: '北京示例科技有限公司',
  creditCode: '91110108MA01ABCD2X',
  province: '北京市',
  city: '北京市',
};

/** Issuing over a real database, with a clock in the test's hand. */
export async function issuingDesk() {
  const { url } = await externalDatabase();
  await prepareDatabase(url, async () => undefined);
  const { db, pool } = openDatabase(url, createLog('silent'));
  afterAll(() => db.destroy());
  const masterKeys = testMasterKeys();
  // The tools that check look at today's clock.
  const clock = { now: new Date(Math.floor(Date.now() / 1_000) * 1_000) };
  const tools: IssuingTools = {
    transact: transactOn(pool, {
      records: sealedRecords(masterKeyWrapper(masterKeys)),
      index: blindIndex(masterKeys),
      channels: frozenChannels(db),
    }),
    authorities: await testAuthorities(clock.now),
    now: () => clock.now,
    log: createLog('silent'),
  };
  return { db, tools, clock };
}

/** An order for a certificate as it comes from the maker's desk. */
export function orderFor(key: OpensslKey, use: PairUse, change: Partial<CertificateOrder> = {}): CertificateOrder {
  return {
    orderId: randomUUID(),
    use,
    profile: 'unit',
    holder: UNIT,
    validity: validityOfNew(new Date(), 1),
    key: { kind: 'request', request: requestByOpenssl(key) },
    ...change,
  };
}

export function newKey(algorithm: KeyAlgorithm): OpensslKey {
  return keyByOpenssl(algorithm);
}

export function issuedOf(outcome: IssueOutcome): Extract<IssueOutcome, { outcome: 'issued' }> {
  if (outcome.outcome !== 'issued') throw new Error(`not issued: ${JSON.stringify(outcome)}`);
  return outcome;
}
