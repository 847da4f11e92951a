import type { KeyObject } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { AlipaySdk, type AlipaySdkSignType } from 'alipay-sdk';
import type { AlipaySettings } from './alipay-settings.ts';

/** Less than a job leases a collection for. */
const ANSWER_WITHIN_MS = 8_000;

/** Whoever said it was not Alipay, or it was altered on its way. */
export class NotSigned extends Error {
  override readonly name = 'NotSigned';
}

/**
 * The official SDK, with all of Alipay's public keys that count now: it knows one itself, so each has an SDK of its own
 * that is asked whether it fits.
 */
export class AllKeysSdk extends AlipaySdk {
  readonly #others: readonly AlipaySdk[];

  constructor(settings: AlipaySettings) {
    const [first, ...others] = settings.alipayPublicKeys;
    if (!first) throw new Error('the schema asks for a key');
    super(configOf(settings, first));
    this.#others = others.map((key) => new AlipaySdk(configOf(settings, key)));
  }

  override checkResponseSign(...asked: Parameters<AlipaySdk['checkResponseSign']>): void {
    const [raw, responseKey] = asked;
    const signed = this.getSignStr(raw, responseKey);
    // It looks for the signed part by itself: that part must be the one that is read.
    if (!isSamePart(raw, signed, responseKey)) throw new NotSigned();
    const checks = [
      () => super.checkResponseSign(...asked),
      ...this.#others.map((sdk) => () => sdk.checkResponseSign(...asked)),
    ];
    if (!checks.some(passes)) throw new NotSigned();
  }

  override rsaCheck(content: string, signature: string, signType?: AlipaySdkSignType): boolean {
    return (
      super.rsaCheck(content, signature, signType) ||
      this.#others.some((sdk) => sdk.rsaCheck(content, signature, signType))
    );
  }
}

function configOf({ gateway, appId, appPrivateKey }: AlipaySettings, alipayKey: KeyObject) {
  return {
    appId,
    privateKey: appPrivateKey.export({ type: 'pkcs8', format: 'pem' }).toString().trim(),
    keyType: 'PKCS8',
    alipayPublicKey: alipayKey.export({ type: 'spki', format: 'pem' }).toString().trim(),
    gateway,
    signType: 'RSA2',
    charset: 'utf-8',
    version: '1.0',
    timeout: ANSWER_WITHIN_MS,
    camelcase: false,
  } as const;
}

function isSamePart(raw: string, signed: string, responseKey: string): boolean {
  try {
    const whole: Record<string, unknown> = JSON.parse(raw);
    return isDeepStrictEqual(whole[responseKey], JSON.parse(signed));
  } catch {
    return false;
  }
}

function passes(check: () => void): boolean {
  try {
    check();
    return true;
  } catch {
    return false;
  }
}
