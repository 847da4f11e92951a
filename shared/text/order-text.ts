import type { ArgumentsOf, InWords } from './text-places.ts';
import type { orderTexts as zhCN } from './zh-CN/order.ts';

/** The sentences of the screens on which somebody applies: loaded with them, not with the panel. */
export type OrderTextKey = keyof typeof zhCN;

/** Complete by type, as the texts of the other screens. */
export type OrderTexts = InWords<typeof zhCN>;

export type OrderTextArguments<Key extends OrderTextKey> = ArgumentsOf<(typeof zhCN)[Key]>;
