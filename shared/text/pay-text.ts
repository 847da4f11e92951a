import type { ArgumentsOf } from './text-places.ts';
import type { payTexts as zhCN } from './zh-CN/pay.ts';

/** The sentences of paying, invoices and refunds: loaded with these screens, not with the panel. */
export type PayTextKey = keyof typeof zhCN;

/** Complete by type, as the texts of the other screens. */
export type PayTexts = { readonly [Key in PayTextKey]: string };

export type PayTextArguments<Key extends PayTextKey> = ArgumentsOf<(typeof zhCN)[Key]>;
