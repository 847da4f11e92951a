import type { Logger } from 'pino';
import { followTransfers } from './identity/follow-transfers.ts';
import type { IdentityProviders } from './identity/identity-provider.ts';
import { deleteExpired } from './jobs/delete-expired.ts';
import { giveUpMessages } from './jobs/give-up-messages.ts';
import type { Job } from './jobs/job.ts';
import { lapseDrafts } from './jobs/lapse-drafts.ts';
import { removeStrayMaterials } from './jobs/remove-stray-materials.ts';
import { checkBooks } from './ledger/check-books.ts';
import type { MaterialStore } from './materials/store/material-store.ts';
import { orderMoney } from './payments/order-money.ts';
import type { PaymentSettings } from './payments/payment-tools.ts';
import type { BlindIndex } from './personal-data/blind-index.ts';
import type { SealedRecords } from './personal-data/sealed-record.ts';
import { reconcile } from './reconciliation/reconcile.ts';
import type { Database } from './storage/database.ts';
import { frozenChannels } from './storage/frozen-channels.ts';
import { retentionRecords } from './storage/retention-records.ts';
import { transactOn } from './storage/transact.ts';

export interface OnlineJobsParts {
  readonly database: Database;
  readonly records: SealedRecords;
  readonly index: BlindIndex;
  readonly materials: MaterialStore;
  readonly providers: IdentityProviders;
  readonly payments: PaymentSettings;
  /** Called when something was put into the outbox. */
  readonly onPosted: () => void;
  readonly log: Logger;
}

/** Every job with the feature that does it. */
export function onlineJobs(parts: OnlineJobsParts): Job[] {
  const { database, records, index, materials, providers, payments, onPosted, log } = parts;
  const { db, pool } = database;
  const now = () => new Date();
  const transact = transactOn(pool, { records, index, channels: frozenChannels(db), onPosted });
  const store = retentionRecords(db);
  return [
    deleteExpired({ store, now }),
    lapseDrafts({ store, transact, index, now, log, money: orderMoney(now) }),
    giveUpMessages({ store, now, log }),
    reconcile({ transact, now, log, providers: payments.providers }),
    checkBooks({ transact, log }),
    removeStrayMaterials({ store, materials, now }),
    {
      name: 'follow-transfers',
      cron: '* * * * *',
      run: async () => ({ returned: await followTransfers({ transact, providers, now }) }),
    },
  ];
}
