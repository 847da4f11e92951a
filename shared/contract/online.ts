import { captchaOperations } from './online/captchas.ts';
import { channelOperations } from './online/channels.ts';
import { codeOperations } from './online/codes.ts';
import { health } from './online/health.ts';
import { identityOperations } from './online/identity.ts';
import { materialOperations } from './online/materials.ts';
import { orderOperations } from './online/orders.ts';
import { paymentOperations } from './online/payments.ts';
import { queryOperations } from './online/query.ts';

export type { OnlineOperation } from './online/online-operation.ts';

/** panel ↔ online service */
export const onlineContract = {
  health,
  ...channelOperations,
  ...captchaOperations,
  ...orderOperations,
  ...identityOperations,
  ...codeOperations,
  ...materialOperations,
  ...paymentOperations,
  ...queryOperations,
} as const;

export type OnlineContract = typeof onlineContract;
