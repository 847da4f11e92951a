import * as z from 'zod/mini';
import { providerAddress } from '../settings/provider-address.ts';
import { rsaPrivateKey, rsaPublicKey } from '../settings/rsa-key.ts';

/** The content of CERTBRIDGE_ALIPAY_FILE. Several public keys: while Alipay changes its own, either may have signed. */
export const alipaySettings = z.strictObject({
  gateway: z._default(providerAddress, 'https://openapi.alipay.com/gateway.do'),
  appId: z.string().check(z.regex(/^\d{16,32}$/)),
  sellerId: z.string().check(z.regex(/^2088\d{12}$/)),
  appPrivateKey: rsaPrivateKey,
  alipayPublicKeys: z.array(rsaPublicKey).check(z.minLength(1), z.maxLength(4)),
});
export type AlipaySettings = z.output<typeof alipaySettings>;
