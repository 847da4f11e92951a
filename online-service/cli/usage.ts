import { ID_KINDS } from '@certbridge/shared/domain/identity-numbers/id-kind.ts';

export const PERSON_USAGE = `用法 usage: npm run -s service -- person export|erase --id-kind KIND < 号码文件 file with the number
  export  导出一个人的全部信息（JSON）   everything about one person, as JSON
  erase   删除其已结束订单中的个人信息   erase the personal data of finished orders
  KIND    ${ID_KINDS.join(', ')}
证件号码只从标准输入读取：命令行会留在历史记录和进程列表里。
The number is read from standard input only: command lines stay in histories and process lists.`;

export const FINANCE_USAGE = `用法 usage: npm run -s service -- finance …
  remittances                等待核对的汇款   remittances to be looked for
  confirm TRADE --reference 银行流水号 --amount 元 --received YYYY-MM-DD [--differs]
                             已到账；金额与应付不同时加 --differs   it has come in; --differs: by another sum
  refuse TRADE --reason 说明  没有查到，说明会发给经办人   not found; the operator is told why
  refunds                    等待人工处理的退款   refunds that need somebody
  refund-done REFUND --reference 流水号   已人工退款   sent back by hand
  retry REFUND               请支付机构再退一次   ask the provider once more
  differences                与支付机构账单的差异   where a provider's bill and our books differ
  settled DIFFERENCE --reason 说明   差异已处理   it has been dealt with
  invoices                   还没有开出的发票   invoices not issued yet
  retry-invoice ID           再开一次   ask for it once more
列表可加 --json   lists take --json`;

export const OUTBOX_USAGE = `用法 usage: npm run -s service -- outbox list [--json] | outbox retry ID
  list   没有发出的短信和邮件，不含收件人和内容   messages that have not left, without recipient or content
  retry  再发一次   send a stuck one once more`;
