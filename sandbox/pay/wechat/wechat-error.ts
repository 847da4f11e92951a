/** The provider's words for what it does not do, with its status and its message. */
const WECHAT_ERRORS = {
  PARAM_ERROR: [400, '参数错误'],
  INVALID_REQUEST: [400, '无效请求'],
  APPID_MCHID_NOT_MATCH: [400, 'appid和mch_id不匹配'],
  ORDERPAID: [400, '该订单已支付'],
  ORDER_CLOSED: [400, '订单已关闭'],
  STATEMENT_CREATING: [400, '账单正在生成中，请稍后再试'],
  NO_STATEMENT_EXIST: [400, '账单文件不存在'],
  SIGN_ERROR: [401, '错误的签名，验签失败'],
  OUT_TRADE_NO_USED: [403, '商户订单号重复'],
  NOT_ENOUGH: [403, '基本账户余额不足，请充值后重新发起'],
  ORDER_NOT_EXIST: [404, '订单不存在'],
  RESOURCE_NOT_EXISTS: [404, '退款单不存在'],
  FREQUENCY_LIMITED: [429, '频率超限'],
  SYSTEM_ERROR: [500, '系统异常，请稍后重试'],
} as const;

export type WechatErrorCode = keyof typeof WECHAT_ERRORS;

export class WechatError extends Error {
  override readonly name = 'WechatError';
  readonly code: WechatErrorCode;
  readonly detail: object | undefined;

  constructor(code: WechatErrorCode, message: string = WECHAT_ERRORS[code][1], detail?: object) {
    super(message);
    this.code = code;
    this.detail = detail;
  }

  get status(): number {
    return WECHAT_ERRORS[this.code][0];
  }

  get body(): string {
    const { code, message, detail } = this;
    return JSON.stringify({ code, ...(detail ? { detail } : {}), message });
  }
}
