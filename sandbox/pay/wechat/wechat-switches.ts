import * as z from 'zod/mini';

/** What only this provider does wrong, or in its own way. */
export const WECHAT_SWITCHES = ['not-enough', 'refund-abnormal', 'refund-closed', 'limited', 'bill-at-once'] as const;
export type WechatSwitch = (typeof WECHAT_SWITCHES)[number];

export const switchChoice = z.partialRecord(z.enum(WECHAT_SWITCHES), z.literal('on'));

export class WechatSwitches {
  #on: ReadonlySet<WechatSwitch> = new Set();

  has(one: WechatSwitch): boolean {
    return this.#on.has(one);
  }

  set(on: Iterable<WechatSwitch>): void {
    this.#on = new Set(on);
  }
}
