import type { IdKind } from '@certbridge/shared/domain/identity-numbers/id-kind.ts';

/** With what somebody comes to the order query: whose orders, as far as that is known, and which of them. */
export interface QueryAim {
  readonly idKind?: IdKind | undefined;
  readonly idNumber?: string | undefined;
  /** 251121-00042 */
  readonly orderNumber?: string | undefined;
}
