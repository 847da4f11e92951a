import type { uiTexts as zhCN } from './zh-CN/ui.ts';

/** Every sentence of the screens. Chinese leads: a key exists because it has a Chinese text. */
export type UiTextKey = keyof typeof zhCN;

/** Complete by type: a key without words in a language does not compile. */
export type UiTexts = { readonly [Key in UiTextKey]: string };

type Placeholders<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

/** What stands in for the `{name}`s of a text: all of them, and nothing else. */
export type UiTextValues<Key extends UiTextKey> = {
  readonly [Name in Placeholders<(typeof zhCN)[Key]>]: string | number;
};

/** A text without placeholders takes no values; one with placeholders cannot be had without. */
export type UiTextArguments<Key extends UiTextKey> = [Placeholders<(typeof zhCN)[Key]>] extends [never]
  ? []
  : [values: UiTextValues<Key>];
