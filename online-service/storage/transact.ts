import type pg from 'pg';
import type { BlindIndex } from '../personal-data/blind-index.ts';
import type { SealedRecords } from '../personal-data/sealed-record.ts';
import type { Stores, Transact } from '../stores.ts';
import { attemptRecords } from './attempt-records.ts';
import { auditRecords } from './audit-records.ts';
import { billRecords } from './bill-records.ts';
import { captchaRecords } from './captcha-records.ts';
import { codeRecords } from './code-records.ts';
import { collectionRecords } from './collection-records.ts';
import { encryptionKeyRecords } from './encryption-key-records.ts';
import type { FrozenChannels } from './frozen-channels.ts';
import { type InTransaction, inTransaction } from './in-transaction.ts';
import { invoiceRecords } from './invoice-records.ts';
import { issuanceRecords } from './issuance-records.ts';
import { ledgerRecords } from './ledger-records.ts';
import { limitRecords } from './limit-records.ts';
import { linkRecords } from './link-records.ts';
import { notificationRecords } from './notification-records.ts';
import { ocspAnswerRecords } from './ocsp-answer-records.ts';
import { onceRecords } from './once-records.ts';
import { orderRecords } from './order-records.ts';
import { outboxRecords } from './outbox-records.ts';
import { personRecords } from './person-records.ts';
import { queryRecords } from './query-records.ts';
import { receiptRecords } from './receipt-records.ts';
import { refundRecords } from './refund-records.ts';
import { remittanceRecords } from './remittance-records.ts';
import { revocationListRecords } from './revocation-list-records.ts';
import { sealRecords } from './seal-records.ts';
import { sessionRecords } from './session-records.ts';
import { unlessDeadlocked } from './unless-deadlocked.ts';
import { uploadRecords } from './upload-records.ts';
import { whileReachable } from './while-reachable.ts';

export interface TransactTools {
  readonly records: SealedRecords;
  readonly index: BlindIndex;
  readonly channels: FrozenChannels;
  readonly onPosted?: (() => void) | undefined;
}

/** `onPosted` is called after a transaction that put something into the outbox, once it stays. */
export function transactOn(pool: pg.Pool, tools: TransactTools): Transact {
  return (work) =>
    whileReachable(async () => {
      const { value, posted } = await unlessDeadlocked(async () => {
        let posted = false;
        const onPut = () => {
          posted = true;
        };
        const value = await inTransaction(pool, (transaction) => work(storesOn(transaction, { ...tools, onPut })));
        return { value, posted };
      });
      if (posted) tools.onPosted?.();
      return value;
    });
}

interface StoreTools extends Pick<TransactTools, 'records' | 'index' | 'channels'> {
  readonly onPut: () => void;
}

function storesOn({ db, lastly }: InTransaction, tools: StoreTools): Stores {
  return {
    audit: auditRecords(db),
    orders: orderRecords(db, tools),
    sessions: sessionRecords(db),
    once: onceRecords(db, lastly),
    outbox: outboxRecords(db, tools),
    codes: codeRecords(db),
    captchas: captchaRecords(db),
    limits: limitRecords(db),
    queries: queryRecords(db),
    uploads: uploadRecords(db, tools.records),
    links: linkRecords(db),
    seals: sealRecords(db),
    attempts: attemptRecords(db, tools.records),
    persons: personRecords(db, tools.index),
    collections: collectionRecords(db),
    receipts: receiptRecords(db),
    refunds: refundRecords(db),
    notifications: notificationRecords(db, tools.records),
    remittances: remittanceRecords(db, tools.records),
    ledger: ledgerRecords(db),
    invoices: invoiceRecords(db, tools.records),
    bills: billRecords(db),
    issuances: issuanceRecords(db, tools.records),
    revocationLists: revocationListRecords(db),
    ocspAnswers: ocspAnswerRecords(db),
    encryptionKeys: encryptionKeyRecords(db, tools.records),
  };
}
