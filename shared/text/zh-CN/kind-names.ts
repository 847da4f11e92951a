import type { BankKindNames, IdKindNames } from '../field-text.ts';

export const idKindNames: IdKindNames = {
  'resident-id': '居民身份证',
  passport: '护照',
  officer: '军官证',
  'hk-macao-permit': '港澳居民来往内地通行证',
  'taiwan-permit': '台湾居民来往大陆通行证',
  police: '警士证',
  soldier: '军士证',
};

export const bankKindNames: BankKindNames = {
  policy: '政策性银行',
  state: '国有大型银行',
  'joint-stock': '股份制银行',
  city: '城市商业银行',
  private: '民营银行',
  rural: '农村商业银行',
  'credit-union': '农村信用社',
  foreign: '外资银行等',
};
