import type { PayWorld } from '../pay-world.ts';
import type { Trade } from '../trade.ts';
import type { RefundTold } from './told-trade.ts';
import type { WechatKeys } from './wechat-keys.ts';
import type { WechatSwitches } from './wechat-switches.ts';

/** What the routes of the gateway work with. */
export interface WechatSide {
  readonly world: PayWorld;
  readonly keys: WechatKeys;
  readonly switches: WechatSwitches;
  /** By refund number: those that moved no money, and so are in no book. */
  readonly failedRefunds: Map<string, RefundTold>;
  readonly now: () => Date;
  /** Answers when the first delivery is over. */
  tellPaid(trade: Trade): Promise<void>;
  tellRefund(ended: RefundTold, url: string): void;
}
