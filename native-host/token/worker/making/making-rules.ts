import type { TokenProfile } from '../../../profiles/token-profile.ts';
import { LABEL_BYTES } from '../../pkcs11/token-driver.ts';
import type { IdentifiedToken } from '../identify-tokens.ts';

type Characters = NonNullable<NonNullable<TokenProfile['pin']>['characters']>;

/** What a key of this kind wants to hear while it is made: its profile's rules, within what the token itself tells. */
export interface MakingRules {
  readonly pin: { readonly min: number; readonly max: number; readonly characters: Characters | undefined };
  /** Of the administrator's password, which we make up. */
  readonly soPinLength: number;
  /** What C_InitToken of a blank key wants as that password, where it takes no other. */
  readonly blankSoPin: string | undefined;
  readonly label: {
    readonly maxBytes: number;
    /** What the driver puts behind it. */
    readonly suffix: string;
    /** Labels by which a blank key is known: no other may bear one. */
    readonly ofBlankKeys: readonly string[];
  };
  /** It has somebody who sets the user's password, also later. */
  readonly hasAdministrator: boolean;
}

/** Hexadecimal, since every token takes these characters. 64 bits, behind a handful of tries. */
const USUAL_SO_PIN_LENGTH = 16;

export function makingRules(
  profile: TokenProfile | undefined,
  { pinLength }: Pick<IdentifiedToken, 'pinLength'>,
): MakingRules {
  const { pin = pinLength, soPin = { min: 0, max: pinLength.max }, quirks } = profile ?? {};
  const suffix = quirks?.labelSuffix ?? '';
  return {
    pin: {
      min: Math.max(pin.min, pinLength.min),
      max: Math.min(pin.max, pinLength.max),
      characters: profile?.pin?.characters,
    },
    soPinLength: Math.max(soPin.min, Math.min(USUAL_SO_PIN_LENGTH, soPin.max)),
    blankSoPin: quirks?.blankSoPin,
    label: {
      maxBytes: (profile?.label?.maxBytes ?? LABEL_BYTES) - Buffer.byteLength(suffix),
      suffix,
      ofBlankKeys: quirks?.blankLabels ?? [],
    },
    hasAdministrator: quirks?.soLogin !== 'while-blank',
  };
}
