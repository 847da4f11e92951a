import type { AuditStore } from './audit/audit-store.ts';
import type { CaptchaStore } from './captchas/captcha.ts';
import type { CodeStore } from './codes/code-store.ts';
import type { AttemptStore } from './identity/attempt-store.ts';
import type { InvoiceStore } from './invoices/invoice-store.ts';
import type { IssuanceStore } from './issuing/built-in/issuance.ts';
import type { EncryptionKeyStore } from './issuing/key-management/encryption-key-store.ts';
import type { OcspAnswerStore } from './issuing/ocsp/ocsp-answer-store.ts';
import type { RevocationListStore } from './issuing/revocation/revocation-store.ts';
import type { LedgerStore } from './ledger/ledger-store.ts';
import type { LimitStore } from './limits/limit.ts';
import type { LinkStore } from './links/link-store.ts';
import type { UploadStore } from './materials/upload-store.ts';
import type { OnceStore } from './once/once-store.ts';
import type { OrderStore } from './orders/order-store.ts';
import type { Outbox } from './outbox/outbox.ts';
import type {
  CollectionStore,
  NotificationStore,
  ReceiptStore,
  RefundStore,
  RemittanceStore,
} from './payments/payment-stores.ts';
import type { PersonStore } from './personal-data/person-store.ts';
import type { QueryStore } from './query/query-store.ts';
import type { BillStore } from './reconciliation/bill-store.ts';
import type { SealStore } from './seals/seal-store.ts';
import type { SessionStore } from './sessions/session.ts';

/** What one transaction can reach. Each feature says in its own folder what it needs; `storage` provides all of it. */
export interface Stores {
  readonly audit: AuditStore;
  readonly orders: OrderStore;
  readonly sessions: SessionStore;
  readonly once: OnceStore;
  readonly outbox: Outbox;
  readonly codes: CodeStore;
  readonly captchas: CaptchaStore;
  readonly limits: LimitStore;
  readonly queries: QueryStore;
  readonly uploads: UploadStore;
  readonly links: LinkStore;
  readonly seals: SealStore;
  readonly attempts: AttemptStore;
  readonly persons: PersonStore;
  readonly collections: CollectionStore;
  readonly receipts: ReceiptStore;
  readonly refunds: RefundStore;
  readonly notifications: NotificationStore;
  readonly remittances: RemittanceStore;
  readonly ledger: LedgerStore;
  readonly invoices: InvoiceStore;
  readonly bills: BillStore;
  readonly issuances: IssuanceStore;
  readonly revocationLists: RevocationListStore;
  readonly ocspAnswers: OcspAnswerStore;
  readonly encryptionKeys: EncryptionKeyStore;
}

/** Everything that `work` does stays, or nothing does. */
export type Transact = <Value>(work: (stores: Stores) => Promise<Value>) => Promise<Value>;
