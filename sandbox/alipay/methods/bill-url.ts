import { chinaDate } from '@certbridge/shared/domain/china-time.ts';
import * as z from 'zod/mini';
import { businessError } from '../alipay-error.ts';
import { type AlipayMethod, readContent } from '../alipay-method.ts';
import { billFile } from '../bill-file.ts';

const asked = z.object({ bill_type: z.literal('trade'), bill_date: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)) });

/** alipay.data.dataservice.bill.downloadurl.query: of days that are over. */
export const billUrl: AlipayMethod = async (tools, call) => {
  const { bill_date: day } = readContent(asked, call);
  const now = tools.now();
  const today = chinaDate(now);
  if (day > today || (day === today && !tools.switches.billsToday)) throw businessError('INVAILID_ARGUMENTS');
  const lines = tools.book.linesOf('alipay', day);
  if (lines.length === 0) throw businessError('isp.bill_not_exist');
  const file = billFile({ sellerId: tools.keys.sellerId, day, lines, now });
  return { bill_download_url: `${call.origin}/alipay/bills/${tools.bills.put(file, now)}` };
};
