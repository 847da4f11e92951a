import { type ParseArgsConfig, parseArgs } from 'node:util';

export interface CliArguments {
  readonly command: string;
  /** What follows the command and is no option. */
  readonly words: readonly string[];
  /** A browser profile (its user data folder), instead of the browsers' usual places. */
  readonly dir: string | undefined;
  /** The online service's address, for the doctor. */
  readonly service: string | undefined;
  readonly json: boolean;
  /** Nothing in it leads to a key or its holder. */
  readonly redacted: boolean;
  /** Initialises and works a blank key. */
  readonly write: boolean;
  /** Somebody is there who can pull a key and plug it in. */
  readonly interactive: boolean;
  readonly unknown: readonly string[];
}

type Options = NonNullable<ParseArgsConfig['options']>;

interface Taken {
  readonly options: Options;
  readonly words: number;
}

const EVERY_COMMAND: Options = { dir: { type: 'string' }, json: { type: 'boolean' } };
const MORE: { readonly [command: string]: Taken } = {
  doctor: { options: { service: { type: 'string' } }, words: 0 },
  profile: { options: { write: { type: 'boolean' }, 'no-interactive': { type: 'boolean' } }, words: 2 },
  log: { options: { redacted: { type: 'boolean' } }, words: 0 },
};
const NO_MORE: Taken = { options: {}, words: 0 };

export function readArguments(args: readonly string[]): CliArguments {
  const [command = 'help', ...rest] = args;
  const more = (Object.hasOwn(MORE, command) && MORE[command]) || NO_MORE;
  const options = { ...EVERY_COMMAND, ...more.options };
  const { values, positionals, tokens } = parseArgs({
    args: rest,
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const text = (name: string) => (typeof values[name] === 'string' ? values[name] : undefined);
  const unknown = tokens.flatMap((token) => (token.kind === 'option' && !fits(token, options) ? [token.rawName] : []));
  return {
    command,
    words: positionals.slice(0, more.words),
    dir: text('dir'),
    service: text('service'),
    json: values['json'] === true,
    redacted: values['redacted'] === true,
    write: values['write'] === true,
    interactive: values['no-interactive'] !== true,
    unknown: [...unknown, ...positionals.slice(more.words)],
  };
}

/** Known to this command, with a value where one belongs and only there. */
function fits({ name, value }: { name: string; value?: string | undefined }, options: Options): boolean {
  const option = Object.hasOwn(options, name) ? options[name] : undefined;
  return option !== undefined && (option.type === 'string') === (value !== undefined);
}
