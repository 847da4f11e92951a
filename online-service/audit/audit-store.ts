import type { Actor } from '@certbridge/shared/domain/machines/machine.ts';

/** What is written down. An order's own events are named after it: `order.submit`. */
export type AuditedAct =
  | `order.${string}`
  | 'payment.received'
  | 'refund.owed'
  | 'refund.done'
  | 'person.export'
  | 'person.erase'
  | 'seal.kept';

export interface AuditEntry {
  readonly what: AuditedAct;
  /** An order's number, or whatever else names the thing without naming a person. */
  readonly about?: string | undefined;
  /** The id is that of a staff member or a partner; an applicant has none here. */
  readonly by: { readonly kind: Actor; readonly id?: string };
  /** Nothing personal: the record outlives every erasure. */
  readonly details?: AuditDetails;
}

export type AuditDetails = Readonly<Record<string, string | number | boolean | undefined>>;

export interface AuditStore {
  /** In the transaction of what it tells of: neither stays without the other. */
  add(entry: AuditEntry): Promise<void>;
}
