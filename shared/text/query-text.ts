import type { ArgumentsOf } from './text-places.ts';
import type { queryTexts as zhCN } from './zh-CN/query.ts';

/** The sentences of order query and “my orders”: loaded with these screens, not with the panel. */
export type QueryTextKey = keyof typeof zhCN;

/** Complete by type, as the texts of the other screens. */
export type QueryTexts = { readonly [Key in QueryTextKey]: string };

export type QueryTextArguments<Key extends QueryTextKey> = ArgumentsOf<(typeof zhCN)[Key]>;
