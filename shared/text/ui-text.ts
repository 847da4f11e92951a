import type { ArgumentsOf, ValuesOf } from './text-places.ts';
import type { uiTexts as zhCN } from './zh-CN/ui.ts';

/** Every sentence of the screens. Chinese leads: a key exists because it has a Chinese text. */
export type UiTextKey = keyof typeof zhCN;

/** Complete by type: a key without words in a language does not compile. */
export type UiTexts = { readonly [Key in UiTextKey]: string };

export type UiTextValues<Key extends UiTextKey> = ValuesOf<(typeof zhCN)[Key]>;
export type UiTextArguments<Key extends UiTextKey> = ArgumentsOf<(typeof zhCN)[Key]>;
