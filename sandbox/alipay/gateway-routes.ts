import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import { answerWithFaults } from '../pay/answer-with-faults.ts';
import { AlipayError, errorAnswer } from './alipay-error.ts';
import type { AlipayMethod, AlipayTools } from './alipay-method.ts';
import { billUrl } from './methods/bill-url.ts';
import { close } from './methods/close.ts';
import { precreate } from './methods/precreate.ts';
import { query } from './methods/query.ts';
import { refund } from './methods/refund.ts';
import { refundQuery } from './methods/refund-query.ts';
import { signedContent } from './signed-content.ts';

const METHODS: ReadonlyMap<string, AlipayMethod> = new Map([
  ['alipay.trade.precreate', precreate],
  ['alipay.trade.query', query],
  ['alipay.trade.close', close],
  ['alipay.trade.refund', refund],
  ['alipay.trade.fastpay.refund.query', refundQuery],
  ['alipay.data.dataservice.bill.downloadurl.query', billUrl],
]);

/** POST /gateway.do: parameters in the address and in the body count alike; the answer is always 200 and signed. */
export function gatewayRoutes(tools: AlipayTools): FastifyPluginAsync {
  return async (gateway) => {
    answerWithFaults(gateway, tools.faults.alipay);
    gateway.post('/alipay/gateway.do', async (asked, reply) => {
      const parameters = parametersOf(asked);
      const method = parameters['method'] ?? '';
      const inner = JSON.stringify(await answerTo(tools, parameters, `http://${asked.headers.host}`));
      // The signature covers these very bytes, escapes included.
      const content = inner.replaceAll('/', '\\/');
      const key = METHODS.has(method) ? `${method.replaceAll('.', '_')}_response` : 'error_response';
      return reply.type('text/html;charset=utf-8').send(`{"${key}":${content},"sign":"${tools.keys.sign(content)}"}`);
    });
    gateway.get<{ Params: { name: string } }>('/alipay/bills/:name', (asked, reply) => {
      const file = tools.bills.take(asked.params.name, tools.now());
      if (!file) return reply.code(404).type('text/plain').send('');
      return reply.type('application/zip').send(Buffer.from(file));
    });
  };
}

async function answerTo(tools: AlipayTools, parameters: Record<string, string>, origin: string): Promise<object> {
  try {
    const method = METHODS.get(parameters['method'] ?? '');
    if (!method) throw new AlipayError('40002', 'isv.invalid-method', '不存在的方法名');
    checkCaller(tools, parameters);
    const content = contentOf(parameters['biz_content'] ?? '');
    const fields = await method(tools, { content, notifyUrl: parameters['notify_url'], origin });
    return { code: '10000', msg: 'Success', ...fields };
  } catch (fault) {
    if (fault instanceof AlipayError) return errorAnswer(fault);
    throw fault;
  }
}

function checkCaller({ keys }: AlipayTools, parameters: Record<string, string>): void {
  const refuse = (subCode: string, subMessage: string) => {
    throw new AlipayError('40002', subCode, subMessage);
  };
  if (parameters['app_id'] !== keys.appId) refuse('isv.invalid-app-id', '无效的AppID参数');
  if (parameters['sign_type'] !== 'RSA2') refuse('isv.invalid-signature-type', '无效的签名类型');
  if (parameters['charset']?.toLowerCase() !== 'utf-8') refuse('isv.invalid-charset', '字符集错误');
  if (parameters['version'] !== '1.0') refuse('isv.invalid-parameter', '参数无效');
  if (!/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/.test(parameters['timestamp'] ?? '')) {
    refuse('isv.invalid-timestamp', '非法的时间戳参数');
  }
  if (!keys.isSignedByApp(signedContent(parameters), parameters['sign'] ?? '')) {
    refuse('isv.invalid-signature', '无效签名');
  }
}

function contentOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new AlipayError('40002', 'isv.invalid-parameter', '参数无效');
  }
}

function parametersOf({ query: inAddress, body }: FastifyRequest): Record<string, string> {
  return { ...(inAddress as Record<string, string>), ...(body as Record<string, string> | undefined) };
}
