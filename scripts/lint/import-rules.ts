/**
 * Who may import whom. `why` is what somebody reads whose import was refused: it says where the thing belongs instead.
 */
export interface ImportRule {
  readonly name: string;
  readonly why: string;
  readonly from: RegExp;
  /** Forbidden targets: a path from the root, `npm:name` or `node:name`. */
  readonly to: RegExp;
  /** Types cost nothing at run time and are allowed. */
  readonly typesAllowed?: boolean;
}

const NOT_A_TEST = String.raw`(?!.*\.test(-d)?\.tsx?$)`;

const NOT_A_CONFIG = String.raw`(?!.*\.config\.ts$)`;

export const IMPORT_RULES: readonly ImportRule[] = [
  ...['extension', 'native-host', 'online-service', 'sandbox'].map((zone, _, zones) => ({
    name: `${zone}-stands-alone`,
    why: `A process boundary lies between ${zone} and the others: bytes cross it, checked by schema on both sides, never an import. What both need belongs in shared/.`,
    from: new RegExp(`^${zone}/`),
    to: new RegExp(`^(${[...zones.filter((other) => other !== zone), 'scripts', 'tests', 'bench'].join('|')})/`),
  })),
  {
    name: 'shared-is-pure',
    why: 'shared/ runs in pages, in workers and in Node: it imports nothing but zod and itself. Hand in what needs a platform, as shared/rpc/clock.ts does.',
    from: new RegExp(`^shared/${NOT_A_TEST}`),
    to: /^(?!shared\/|npm:zod\b)/,
  },
  {
    name: 'domain-knows-no-wire',
    why: 'shared/domain is values and rules; how they travel is the business of shared/contract, which imports the domain and not the other way round.',
    from: new RegExp(`^shared/domain/${NOT_A_TEST}`),
    to: /^(?!shared\/domain\/|npm:zod\b)/,
  },
  {
    name: 'zod-mini',
    why: 'Import zod/mini: the full zod makes the background five times as large and compiles functions, which an extension may not.',
    from: new RegExp(`^(shared|extension)/${NOT_A_TEST}`),
    to: /^npm:zod(?!\/mini$)/,
  },
  {
    name: 'partner-pages-take-types-only',
    why: 'Content scripts and the partner SDK run in pages that are not ours: they take only types from the contract, and check by hand (the background checks again by schema).',
    from: new RegExp(`^extension/(content|page)/${NOT_A_TEST}`),
    to: /^shared\/contract\/|^npm:zod\b/,
    typesAllowed: true,
  },
  {
    name: 'extension-parts-talk-by-contract',
    why: 'background, content, page and each screen are separate worlds in the browser: they talk through shared/contract/panel.ts. What several of them draw belongs in extension/ui, what they share of the browser in extension/platform.',
    from: /^extension\/(background|content|page|panel|popup|prompt|options)\//,
    to: /^extension\/(background|content|page|panel|popup|prompt|options)\//,
  },
  {
    name: 'one-place-touches-drivers',
    why: 'Only native-host/token/pkcs11 (in a process of its own), online-service/issuing/keys/pkcs11 (the keys of the authority), the sandbox, which makes virtual keys, the maker of test tokens, and what tests and measures keys may load pkcs11js: a driver that crashes must cost one error, not the host.',
    from: /^(?!native-host\/token\/pkcs11\/|online-service\/issuing\/keys\/pkcs11\/|native-host\/testing\/make-soft-token\.ts$|sandbox\/|tests\/(fixtures|keys)\/|bench\/lib\/key-)/,
    to: /^npm:pkcs11js\b/,
  },
  {
    name: 'shipped-code-needs-no-tools',
    why: 'What ships must not need what only tests, the build or the gallery have.',
    from: new RegExp(
      `^(?!tests/|scripts/|bench/|extension/(build|ui/gallery)/|.*/testing/)${NOT_A_TEST}${NOT_A_CONFIG}`,
    ),
    to: /(^|\/)testing\/|^extension\/(build|ui\/gallery)\//,
  },
  {
    name: 'nobody-imports-a-test',
    why: 'What a test and something else need belongs in a file of its own.',
    from: /^/,
    to: /\.test(-d)?(\.tsx?)?$/,
  },
];

/** Within the extension each part may of course import itself. */
export const OWN_PART = /^(extension\/[^/]+\/)/;

/** Worlds whose code must stay free of something, however many imports away. */
export const UNREACHABLE: readonly Omit<ImportRule, 'typesAllowed'>[] = [
  {
    name: 'no-zod-in-partner-pages',
    why: 'Something that this file imports brings zod into a partner page.',
    from: new RegExp(`^extension/(content|page)/${NOT_A_TEST}`),
    to: /^npm:zod\b/,
  },
];

/** Files that something other than an import starts: the browser, a process, a test runner, a person. */
export const ENTRIES = [
  /(^|\/)main\.tsx?$/,
  /\.iife\.ts$/,
  /^extension\/page\/sdk\.ts$/,
  /\.config\.ts$/,
  /\.test(-d)?\.tsx?$/,
  /\.d\.ts$/,
  /^scripts\/[^/]+\.ts$/,
  /^bench\/[^/]+\.ts$/,
  /^tests\/flows\/.*\.(spec|flow)\.ts$/,
];
