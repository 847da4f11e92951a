/** What the gateway, or the business behind it, does not do; `code` is the gateway's, `subCode` says why. */
export class AlipayError extends Error {
  readonly code: '40002' | '40004';
  readonly subCode: string;
  readonly subMessage: string;

  constructor(code: AlipayError['code'], subCode: string, subMessage: string) {
    super(subCode);
    this.code = code;
    this.subCode = subCode;
    this.subMessage = subMessage;
  }
}

const MESSAGES = { '40002': 'Invalid Arguments', '40004': 'Business Failed' } as const;

export function errorAnswer({ code, subCode, subMessage }: AlipayError): Record<string, string> {
  return { code, msg: MESSAGES[code], sub_code: subCode, sub_msg: subMessage };
}

const BUSINESS = {
  'ACQ.TRADE_NOT_EXIST': '交易不存在',
  'ACQ.INVALID_PARAMETER': '参数无效',
  'ACQ.CONTEXT_INCONSISTENT': '交易信息被篡改',
  'ACQ.TRADE_HAS_SUCCESS': '交易已被支付',
  'ACQ.TRADE_HAS_CLOSE': '交易已经关闭',
  'ACQ.TRADE_HAS_FINISHED': '交易已完结',
  'ACQ.TRADE_STATUS_ERROR': '交易状态不合法',
  'ACQ.REASON_TRADE_STATUS_INVALID': '交易状态异常',
  'ACQ.REASON_TRADE_REFUND_FEE_ERR': '退款金额无效',
  'ACQ.DISCORDANT_REPEAT_REQUEST': '不一致的请求',
  INVAILID_ARGUMENTS: '入参不合法',
  'isp.bill_not_exist': '账单不存在',
} as const;

/** Spelt as Alipay spells it. */
export function businessError(subCode: keyof typeof BUSINESS): AlipayError {
  return new AlipayError('40004', subCode, BUSINESS[subCode]);
}
