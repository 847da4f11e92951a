import type { Agreement, IdentityCheck, OrderMaterial } from '@certbridge/shared/contract/online/order-view.ts';
import type { BusinessName } from '@certbridge/shared/domain/business.ts';
import type { Channel } from '@certbridge/shared/domain/channel.ts';
import type { FormFields } from '@certbridge/shared/domain/form/field-names.ts';
import type { Holder } from '@certbridge/shared/domain/form/form-sections.ts';
import type { Processing } from '@certbridge/shared/domain/machines/all-machines.ts';
import type { OrderState } from '@certbridge/shared/domain/machines/order-machine.ts';
import type { PaymentState } from '@certbridge/shared/domain/machines/payment-machine.ts';
import type { OrderPrice } from '@certbridge/shared/domain/order/price-of-order.ts';
import type { OrderTimes } from '@certbridge/shared/domain/order/timeline-of-order.ts';

/** What an identity check has found out, kept as a fact. `subject` tells whether the form still says what was checked. */
export interface IdentityFact extends Omit<IdentityCheck, 'standing' | 'triesLeft'> {
  readonly id: string;
  readonly standing: 'passed' | 'failed' | 'sent' | 'transfer-returned';
  readonly provider: string;
  /** Keyed hash of the checked fields. */
  readonly subject: string;
}

export interface StoredMaterial extends Required<Omit<OrderMaterial, 'required' | 'standing'>> {
  /** In the material store. */
  readonly storeKey: string;
}

export interface Returned {
  readonly about: string;
  readonly reason: string;
}

/** An order as it is stored, its personal fields opened. */
export interface Order {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly state: OrderState;
  readonly payment: PaymentState;
  readonly processing: Processing;
  /** The channel as it was when the order began: its prices and rules hold for this order to its end. */
  readonly channel: Channel;
  readonly business: BusinessName;
  readonly holder: Holder;
  readonly createdAt: Date;
  readonly times: OrderTimes;
  readonly fields: FormFields;
  /** Blind index of the operator's ID, set when the operator has passed the check. */
  readonly person: string | undefined;
  readonly digest: string | undefined;
  readonly price: OrderPrice | undefined;
  /** Versions that were in force at the beginning, and since consented to where `consentedAt` stands. */
  readonly agreements: readonly Agreement[];
  readonly consentedAt: string | undefined;
  readonly returned: readonly Returned[];
  /** Newest last. */
  readonly facts: readonly IdentityFact[];
  readonly materials: readonly StoredMaterial[];
}
