import { randomUUID } from 'node:crypto';
import type { FastifyPluginAsync } from 'fastify';
import { AcsError } from './acs-error.ts';
import { checkAcsSignature } from './check-acs-signature.ts';
import type { Phones } from './phone.ts';
import { sendSms } from './send-sms.ts';
import type { SmsAccount } from './sms-account.ts';

const VERSION = '2017-05-25';

/** Alibaba Cloud's SMS service (Dysmsapi, RPC style), as much of it as sending needs: POST / with the action in a header. */
export function smsApiRoutes(account: SmsAccount, phones: Phones): FastifyPluginAsync {
  const seen = new Set<string>();
  return async (api) => {
    api.removeAllContentTypeParsers();
    api.addContentTypeParser('*', { parseAs: 'buffer' }, (_, body, done) => done(null, body));
    api.setErrorHandler((fault: { readonly statusCode?: number }, _asked, reply) => {
      const code = fault instanceof AcsError ? fault.code : 'InternalError';
      return reply.code(fault.statusCode ?? 500).send({ Code: code, Message: code, ...requestId() });
    });
    api.post('/', async ({ method, raw, headers, body }) => {
      const url = String(raw.url);
      const bytes = body instanceof Buffer ? body : Buffer.alloc(0);
      const nonce = checkAcsSignature({ method, url, headers, body: bytes }, account, new Date());
      if (seen.has(nonce)) throw new AcsError('SignatureNonceUsed');
      seen.add(nonce);
      if (headers['x-acs-version'] !== VERSION) throw new AcsError('InvalidVersion');
      if (headers['x-acs-action'] !== 'SendSms') throw new AcsError('InvalidAction.NotFound');
      const code = sendSms(account, phones, new URL(url, 'http://gateway').searchParams);
      return { Code: code, Message: code, ...(code === 'OK' ? { BizId: randomUUID() } : {}), ...requestId() };
    });
  };
}

function requestId() {
  return { RequestId: randomUUID().toUpperCase() };
}
