import { type MasterKeys, newMasterKeyLine, parseMasterKeys } from '../personal-data/master-key.ts';

export function testMasterKeys(): MasterKeys {
  const keys = parseMasterKeys(newMasterKeyLine());
  if (!keys) throw new Error('a new key could not be read');
  return keys;
}
