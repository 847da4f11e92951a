import { OID } from '../object-identifiers.ts';
import type { Profile, ProfileName, SubjectRule } from './profile.ts';

const PLACE: readonly SubjectRule[] = [
  { attribute: 'province', from: 'province', required: false },
  { attribute: 'city', from: 'city', required: false },
];

/** As Chinese authorities have it: the unit's name as O and CN, its credit code as OU. */
const UNIT: readonly SubjectRule[] = [
  ...PLACE,
  { attribute: 'organisation', from: 'name', required: true },
  { attribute: 'organisationalUnit', from: 'creditCode', required: true },
  { attribute: 'commonName', from: 'name', required: true },
];

/** People of one name are told apart by a number that we give; the identity number is nobody's business. */
const PERSON: readonly SubjectRule[] = [
  ...PLACE,
  { attribute: 'organisation', from: 'unitName', required: false },
  { attribute: 'organisationalUnit', from: 'department', required: false },
  { attribute: 'serialNumber', from: 'holderNumber', required: true },
  { attribute: 'commonName', from: 'name', required: true },
];

const USES = [OID.clientAuth, OID.emailProtection, OID.documentSigning];

export const PROFILES: Readonly<Record<ProfileName, Profile>> = {
  unit: { subject: UNIT, policy: 1, extendedUses: USES, mostYears: 5 },
  person: { subject: PERSON, policy: 2, extendedUses: USES, mostYears: 5 },
  staff: {
    subject: PERSON.map((rule) => ({ ...rule, required: rule.required || rule.from === 'unitName' })),
    policy: 3,
    extendedUses: [OID.clientAuth],
    mostYears: 2,
  },
  hosted: { subject: UNIT, policy: 4, extendedUses: [OID.emailProtection, OID.documentSigning], mostYears: 5 },
};
