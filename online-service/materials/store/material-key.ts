const KEY = /^[a-z0-9-]{1,64}(\/[a-z0-9-]{1,64})*$/;
const KEY_LENGTH = 200;

/** Small letters, digits, hyphens and slashes: the same name in a folder of any system and in a bucket, and no way out of either. */
export function checkMaterialKey(key: string): void {
  // The key itself stays out of the error: it may have come from outside.
  if (key.length > KEY_LENGTH || !KEY.test(key)) throw new RangeError('not the key of a material');
}
