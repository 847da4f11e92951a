import { createPublicKey, generateKeyPairSync, type KeyObject, randomBytes, randomInt } from 'node:crypto';

export const MCHID = '1900006511';
export const APPID = 'wx8397f8696b538317';

/** What a shop is given when it signs up, in the words of the service's settings. */
export interface WechatAccount {
  readonly mchid: string;
  readonly appid: string;
  readonly merchant: { readonly serial: string; readonly privateKey: string };
  readonly apiV3Keys: readonly string[];
  readonly platformKeys: Readonly<Record<string, string>>;
}

export interface PlatformKey {
  readonly serial: string;
  readonly privateKey: KeyObject;
}

/** The provider's keys and the shop's. The newest comes first; what was before it stays known for one rotation more. */
export class WechatKeys {
  readonly #merchant = rsaKey();
  readonly #merchantSerial = randomBytes(20).toString('hex').toUpperCase();
  #platform: readonly PlatformKey[] = [platformKey()];
  #apiV3: readonly string[] = [apiV3Key()];

  get merchantSerial(): string {
    return this.#merchantSerial;
  }

  get merchantKey(): KeyObject {
    return createPublicKey(this.#merchant);
  }

  get apiV3Key(): string {
    return newest(this.#apiV3);
  }

  /** The one that the shop asks for, as long as it is known; else the newest. */
  platform(asked?: string): PlatformKey {
    return this.#platform.find(({ serial }) => serial === asked) ?? newest(this.#platform);
  }

  rotate(): void {
    this.#platform = [platformKey(), newest(this.#platform)];
    this.#apiV3 = [apiV3Key(), newest(this.#apiV3)];
  }

  get account(): WechatAccount {
    return {
      mchid: MCHID,
      appid: APPID,
      merchant: { serial: this.#merchantSerial, privateKey: pemOf(this.#merchant) },
      apiV3Keys: this.#apiV3,
      platformKeys: Object.fromEntries(
        this.#platform.map(({ serial, privateKey }) => [
          serial,
          createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString(),
        ]),
      ),
    };
  }
}

/** For signatures that nobody should believe. */
export function strangersKey(): KeyObject {
  return rsaKey();
}

function platformKey(): PlatformKey {
  const digits = Array.from({ length: 16 }, () => randomInt(10)).join('');
  return { serial: `PUB_KEY_ID_01${MCHID}${digits}`, privateKey: rsaKey() };
}

function apiV3Key(): string {
  return randomBytes(16).toString('hex');
}

function rsaKey(): KeyObject {
  return generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
}

function pemOf(key: KeyObject): string {
  return key.export({ type: 'pkcs8', format: 'pem' }).toString();
}

function newest<Item>([first]: readonly Item[]): Item {
  if (first === undefined) throw new Error('there is always a key');
  return first;
}
