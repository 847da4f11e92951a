import { NameError, type NamePart } from '../names/distinguished-name.ts';
import type { Holder, Profile } from './profile.ts';

/** The parts of the subject's name, by the rules of the profile. */
export function subjectOf(profile: Profile, holder: Holder): NamePart[] {
  const parts = profile.subject.flatMap(({ attribute, from, required }): NamePart[] => {
    const value = holder[from]?.normalize('NFC');
    if (value !== undefined && value !== '') return [{ attribute, value }];
    if (required) throw new NameError(attribute);
    return [];
  });
  return [{ attribute: 'country', value: 'CN' }, ...parts];
}
