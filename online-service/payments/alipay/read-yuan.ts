import { type Fen, fen } from '@certbridge/shared/domain/money.ts';

const YUAN = /^(0|[1-9]\d{0,6})\.(\d{2})$/;

/** "300.00" to 30000, digit by digit. Undefined: not written as Alipay writes a sum, or more than we ever ask for. */
export function readYuan(text: string): Fen | undefined {
  const [, whole, decimals] = YUAN.exec(text) ?? [];
  if (whole === undefined || decimals === undefined) return undefined;
  return fen.safeParse(Number(whole + decimals)).data;
}
