import type { KeyAlgorithm, PairUse } from '@certbridge/shared/contract/work-order.ts';
import type { ColumnType } from 'kysely';
import type { AuthorityAlgorithm } from '../issuing/algorithms.ts';
import type { ProfileName } from '../issuing/profiles/profile.ts';
import type { RevocationReason } from '../issuing/revocation/revocation-reason.ts';

type Later<Value> = ColumnType<Value | null, never, Value>;

export interface IssuanceTable {
  readonly id: string;
  readonly order_id: string;
  readonly use: PairUse;
  readonly profile: ProfileName;
  readonly authority: AuthorityAlgorithm;
  readonly key_fingerprint: Uint8Array;
  readonly serial_number: string;
  readonly sealed_tbs: Uint8Array;
  readonly sealed_certificate: Later<Uint8Array>;
  readonly valid_until: Date;
  readonly lease_until: Date;
  readonly created_at: Date;
  readonly issued_at: Later<Date>;
  readonly revoked_at: Later<Date>;
  readonly revocation_reason: Later<RevocationReason>;
  readonly listed_in: Later<number>;
  /** How long the answer lasts that was signed beforehand. */
  readonly answered_until: ColumnType<Date, never, Date>;
}

export interface IssuingTables {
  readonly issuance: IssuanceTable;
  readonly revocation_list: {
    readonly authority: AuthorityAlgorithm;
    readonly number: number;
    readonly scheduled: boolean;
    readonly this_update: Date;
    readonly full: Uint8Array;
    readonly delta: Uint8Array;
  };
  readonly ocsp_answer: { readonly serial_number: string; readonly next_update: Date; readonly reply: Uint8Array };
  readonly encryption_key: {
    readonly id: string;
    readonly order_id: string;
    readonly algorithm: KeyAlgorithm;
    readonly public_key: Uint8Array;
    readonly sealed: Uint8Array;
    readonly created_at: Date;
  };
  readonly key_recovery: {
    readonly id: string;
    readonly encryption_key_id: string;
    readonly reason: string;
    readonly recipient: Uint8Array;
    readonly asked_by: string;
    readonly asked_at: Date;
    readonly released_at: Later<Date>;
  };
  readonly key_recovery_approval: {
    readonly recovery_id: string;
    readonly approved_by: string;
    readonly approved_at: Date;
  };
}
