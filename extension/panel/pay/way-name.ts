import { CODE_WAYS, type PaymentView } from '@certbridge/shared/contract/online/payments.ts';
import { t } from '../../ui/i18n.ts';
import { pt } from './pay-words.ts';

type PaymentWay = NonNullable<PaymentView['paidBy']>;

/** As one names it in a sentence: 支付宝, 微信支付, 银行转账. */
export function wayName(way: PaymentWay): string {
  const byCode = CODE_WAYS.find((one) => one === way);
  return byCode ? t(`payment.${byCode}`) : pt('way.transfer');
}
