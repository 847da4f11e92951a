import type { Fen } from './money.ts';

const DIGITS = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'] as const;
const PLACES = ['', '拾', '佰', '仟'] as const;
const GROUPS = ['', '万', '亿'] as const;

/** 叁佰壹拾元整: capital numerals, which nobody turns into others with a stroke (支付结算办法, annex 1). */
export function yuanInWords(amount: Fen): string {
  const whole = Math.trunc(amount / 100);
  const [jiao, fen] = [Math.trunc(amount / 10) % 10, amount % 10];
  const words = whole > 0 ? `${wholeInWords(whole)}元` : '';
  if (jiao === 0 && fen === 0) return `${words || '零元'}整`;
  const gap = jiao === 0 && words !== '' ? '零' : '';
  const tenths = jiao > 0 ? `${DIGITS[jiao]}角` : gap;
  return `${words}${tenths}${fen > 0 ? `${DIGITS[fen]}分` : '整'}`;
}

/** Groups of four digits; zeros between say 零 once. */
function wholeInWords(whole: number): string {
  let words = '';
  let zeroDue = false;
  const digits = [...String(whole)].map(Number);
  for (const [index, digit] of digits.entries()) {
    const place = digits.length - 1 - index;
    if (digit > 0) {
      words += `${zeroDue ? '零' : ''}${DIGITS[digit]}${PLACES[place % 4]}`;
      zeroDue = false;
    } else zeroDue = words !== '';
    if (place % 4 === 0 && digits.slice(Math.max(0, index - 3), index + 1).some((each) => each > 0)) {
      words += GROUPS[place / 4] ?? '';
    }
  }
  return words;
}
