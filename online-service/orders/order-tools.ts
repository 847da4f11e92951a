import type { Channel } from '@certbridge/shared/domain/channel.ts';
import type { OnceTools } from '../once/once.ts';
import type { BlindIndex } from '../personal-data/blind-index.ts';
import type { CaptchaGate } from './captcha-gate.ts';
import type { OneTimeCodes } from './one-time-codes.ts';
import type { OrderMoney } from './order-money.ts';

/** What the orders need of the rest of the service. */
export interface OrderTools extends OnceTools {
  readonly index: BlindIndex;
  readonly channels: { read(id: string): Promise<Channel | undefined> };
  /** Keeps a channel as it is now, for the orders that begin with it. */
  readonly freezeChannel: (channel: Channel) => Promise<void>;
  readonly captchas: CaptchaGate;
  readonly codes: OneTimeCodes;
  readonly money: OrderMoney;
}
