import type { BankKindNames, IdKindNames } from '../field-text.ts';

export const idKindNames: IdKindNames = {
  'resident-id': 'Resident identity card',
  passport: 'Passport',
  officer: 'Military officer’s card',
  'hk-macao-permit': 'Mainland travel permit (Hong Kong, Macao)',
  'taiwan-permit': 'Mainland travel permit (Taiwan)',
  police: 'Armed police card',
  soldier: 'Soldier’s card',
};

export const bankKindNames: BankKindNames = {
  policy: 'Policy banks',
  state: 'Large state banks',
  'joint-stock': 'Joint-stock banks',
  city: 'City banks',
  private: 'Private banks',
  rural: 'Rural commercial banks',
  'credit-union': 'Rural credit unions',
  foreign: 'Foreign and other banks',
};
