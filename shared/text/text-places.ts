type Places<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Places<Rest> : never;

/** What stands in for the `{name}`s of a text: all of them, and nothing else. */
export type ValuesOf<Text extends string> = { readonly [Name in Places<Text>]: string | number };

/** A text without places takes no values; one with places cannot be had without. */
export type ArgumentsOf<Text extends string> = [Places<Text>] extends [never] ? [] : [values: ValuesOf<Text>];

/** The same sentences in another language, complete by type. */
export type InWords<Texts> = { readonly [Key in keyof Texts]: string };
