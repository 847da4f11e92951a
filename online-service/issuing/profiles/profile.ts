import type { NameAttribute } from '../names/distinguished-name.ts';

export const PROFILE_NAMES = ['unit', 'person', 'staff', 'hosted'] as const;
export type ProfileName = (typeof PROFILE_NAMES)[number];

/** Who is certified, in the words of the application. */
export interface Holder {
  readonly name: string;
  readonly unitName?: string;
  /** GB 32100. */
  readonly creditCode?: string;
  readonly department?: string;
  readonly province?: string;
  readonly city?: string;
  /** Tells people of one name apart. Never a number of an identity document. */
  readonly holderNumber?: string;
}

export interface SubjectRule {
  readonly attribute: Exclude<NameAttribute, 'country'>;
  readonly from: keyof Holder;
  readonly required: boolean;
}

/** RFC 5280, 4.2.1.3: the numbers are those of the bits. */
export const KEY_USAGE_BITS = {
  digitalSignature: 0,
  nonRepudiation: 1,
  keyEncipherment: 2,
  dataEncipherment: 3,
  keyAgreement: 4,
  keyCertSign: 5,
  cRLSign: 6,
} as const;
export type KeyUsage = keyof typeof KEY_USAGE_BITS;

export interface Profile {
  readonly subject: readonly SubjectRule[];
  /** The last arc of the policy, below the authority's own arc. */
  readonly policy: number;
  readonly extendedUses: readonly string[];
  readonly mostYears: number;
}
