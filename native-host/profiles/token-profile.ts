import * as z from 'zod/mini';
import { seesNewTokensAfter, slotEvents } from '../config/host-config.ts';
import { LABEL_BYTES } from '../token/pkcs11/token-driver.ts';

const id = z.string().check(z.regex(/^[\w.-]{1,40}$/));
const words = z.string().check(z.minLength(1), z.maxLength(80));
const prefixes = z.array(words).check(z.minLength(1), z.maxLength(12));
const paths = z.array(z.string().check(z.minLength(1), z.maxLength(300))).check(z.minLength(1), z.maxLength(12));
const length = z.int().check(z.nonnegative());

/** A CK_ULONG as the headers write it. */
const number = z.pipe(
  z.string().check(z.regex(/^0x[0-9a-fA-F]{1,8}$/)),
  z.transform((text) => Number(text)),
);

/** A driver, and where its installers put it. `%NAME%` is an environment variable of Windows. */
const driver = z.strictObject({
  id,
  name: words,
  places: z.strictObject({ linux: z.optional(paths), macos: z.optional(paths), windows: z.optional(paths) }),
  seesNewTokensAfter: z.optional(seesNewTokensAfter),
  slotEvents: z.optional(slotEvents),
});

/** Every rule that is given must hold, by one of its words. */
const match = z
  .strictObject({
    /** The library's file name, as installed; case does not count. */
    libraries: z.optional(prefixes),
    /** How the token's manufacturer, and its model, begin. */
    manufacturers: z.optional(prefixes),
    models: z.optional(prefixes),
  })
  .check(z.refine((rules) => Object.keys(rules).length > 0));

/** SM2 has no numbers in PKCS#11: they are the maker's own. */
const sm2 = z.strictObject({
  keyType: number,
  generate: number,
  sign: z.strictObject({
    mechanism: number,
    /** `digest`: it takes e = SM3(Z ‖ M). `message`: it hashes itself, and puts Z before the message if `addsZ`. */
    takes: z.enum(['digest', 'message']),
    addsZ: z.boolean(),
    answers: z.enum(['raw', 'der']),
  }),
  encrypt: z.optional(number),
  /** GM/T 0003.4, its draft of 2010, or the SEQUENCE of GM/T 0009. */
  ciphertext: z.optional(z.enum(['c1c3c2', 'c1c2c3', 'der'])),
});

/** What a password may consist of; nothing said, anything. */
const characters = z.enum(['digits', 'letters-and-digits', 'ascii']);

const quirks = z.strictObject({
  /** It says that it is initialised although it is blank; then it carries this label. */
  blankLabels: z.optional(prefixes),
  /** `late`: any SO password logs in, and a wrong one shows when it is used. `while-blank`: only before there is a user. */
  soLogin: z.optional(z.enum(['late', 'while-blank'])),
  /** What C_InitToken of a blank key wants as SO password, where it takes no other. It must be changed after that. */
  blankSoPin: z.optional(z.string().check(z.maxLength(64))),
  /** It claims a PIN pad that it does not have. */
  falsePinPad: z.optional(z.literal(true)),
  /** No number of wrong passwords locks it. */
  neverLocks: z.optional(z.literal(true)),
  /** A certificate is refused without CKA_ISSUER and CKA_SERIAL_NUMBER. */
  certificateNeedsIssuer: z.optional(z.literal(true)),
  /** The label can't be chosen. */
  fixedLabel: z.optional(z.literal(true)),
  /** What the driver puts behind the label. */
  labelSuffix: z.optional(words),
  /** All keys of this kind have the same serial, so that it tells none from another. */
  sharedSerial: z.optional(z.literal(true)),
});

/** What is particular to one kind of key. Data, so that an administrator can add one without code. */
export const tokenProfile = z.strictObject({
  id,
  name: words,
  /** `verified`: a key of this kind, or its driver, was worked by our own tests. Otherwise it is what `source` says. */
  status: z.enum(['verified', 'unverified']),
  source: z.string().check(z.minLength(1), z.maxLength(500)),
  driver: z.optional(driver),
  match,
  sm2: z.optional(sm2),
  pin: z.optional(z.strictObject({ min: length, max: length, characters: z.optional(characters) })),
  soPin: z.optional(z.strictObject({ min: length, max: length, form: z.enum(['text', 'hex']) })),
  /** How much of a label the key keeps, if less than the `LABEL_BYTES` that all have room for. */
  label: z.optional(z.strictObject({ maxBytes: z.int().check(z.positive(), z.lte(LABEL_BYTES)) })),
  /** The token shows each access by a light, so that reading it with pauses makes it blink. */
  light: z.optional(z.literal('on-access')),
  quirks: z._default(quirks, {}),
});

export type TokenProfile = z.infer<typeof tokenProfile>;
