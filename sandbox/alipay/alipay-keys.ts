import { generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto';

interface KeyPair {
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

/** What a shop is given when it signs up, in the words of the service's settings. */
export interface AlipayAccount {
  readonly appId: string;
  readonly sellerId: string;
  readonly appPrivateKey: string;
  /** The one that signs now, and the one before it. */
  readonly alipayPublicKeys: readonly string[];
}

const APP_ID = '2021003126600101';
const SELLER_ID = '2088721066001010';
/** How many of each are known: who changes over is in time with either. */
const KEPT = 2;

/** RSA2: the shop signs with its app's key, and Alipay with its own. New with every start. */
export class AlipayKeys {
  readonly appId = APP_ID;
  readonly sellerId = SELLER_ID;
  readonly #stranger = newPair();
  #app = [newPair()];
  #alipay = [newPair()];

  get account(): AlipayAccount {
    return {
      appId: this.appId,
      sellerId: this.sellerId,
      appPrivateKey: this.#app[0]?.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() ?? '',
      alipayPublicKeys: this.#alipay.map(({ publicKey }) =>
        publicKey.export({ type: 'spki', format: 'pem' }).toString(),
      ),
    };
  }

  rotate(): void {
    this.#app = [newPair(), ...this.#app].slice(0, KEPT);
    this.#alipay = [newPair(), ...this.#alipay].slice(0, KEPT);
  }

  sign(content: string): string {
    return signed(content, this.#alipay[0]);
  }

  /** What somebody says who is not Alipay. */
  forge(content: string): string {
    return signed(content, this.#stranger);
  }

  isSignedByApp(content: string, signature: string): boolean {
    const [bytes, given] = [Buffer.from(content), Buffer.from(signature, 'base64')];
    return this.#app.some(({ publicKey }) => verify('RSA-SHA256', bytes, publicKey, given));
  }
}

function newPair(): KeyPair {
  return generateKeyPairSync('rsa', { modulusLength: 2048 });
}

function signed(content: string, pair: KeyPair | undefined): string {
  if (!pair) throw new Error('there is always a key');
  return sign('RSA-SHA256', Buffer.from(content), pair.privateKey).toString('base64');
}
