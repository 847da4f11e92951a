import { yuan } from '@certbridge/shared/domain/money.ts';
import { retryInvoice } from '../../invoices/retry-invoice.ts';
import { endRefund } from '../../payments/finance/end-refund.ts';
import type { FinanceClerk } from '../../payments/finance/finance-act.ts';
import { retryRefund } from '../../payments/finance/retry-refund.ts';
import type { SettleTools } from '../../payments/payment-tools.ts';
import { type Confirmed, confirmRemittance } from '../../payments/remittance/confirm-remittance.ts';
import { refuseRemittance } from '../../payments/remittance/refuse-remittance.ts';
import type { Told } from '../told.ts';
import { listDifferences } from './list-differences.ts';
import { type Listed, listInvoices, listRefunds, listRemittances } from './lists.ts';
import type { FinanceCommand } from './read-finance-arguments.ts';

export interface FinanceAct {
  readonly command: FinanceCommand;
  readonly clerk: FinanceClerk;
}

/** What finance does until it has a screen for it. The rules are the features'; here they are told in words. */
export async function actOnMoney(tools: SettleTools, { command, clerk }: FinanceAct): Promise<Told> {
  switch (command.act) {
    case 'remittances':
      return listed(await tools.transact(listRemittances), command.json);
    case 'refunds':
      return listed(await tools.transact(listRefunds), command.json);
    case 'differences':
      return listed(await tools.transact(listDifferences), command.json);
    case 'invoices':
      return listed(await tools.transact(listInvoices), command.json);
    case 'confirm': {
      const { which, received, act: _, ...found } = command;
      return wordsOf(await confirmRemittance(tools, { ...found, tradeNo: which, receivedOn: received, clerk }));
    }
    case 'refuse': {
      const refused = await refuseRemittance(tools, { tradeNo: command.which, reason: command.reason, clerk });
      return refused === 'refused' ? REFUSED : NO_REMITTANCE;
    }
    case 'refund-done': {
      const { which: refundNo, reference } = command;
      return (await endRefund(tools, { refundNo, reference, clerk })) === 'done' ? ENDED : NOT_STUCK;
    }
    case 'retry':
      return RETRIED[await retryRefund(tools, { refundNo: command.which, clerk })];
    case 'settled': {
      const { which, reason: note } = command;
      const worked = await tools.transact((stores) => stores.bills.workOff(which, { by: clerk, note }));
      return worked ? WORKED : NO_DIFFERENCE;
    }
    case 'retry-invoice':
      return (await retryInvoice(tools, { id: command.which, clerk })) === 'retried' ? AGAIN : NOT_STUCK;
  }
}

function listed({ rows, table, zh, en }: Listed, json: boolean): Told {
  const output = json ? `${JSON.stringify(rows, null, 2)}\n` : rows.length > 0 ? table : '';
  return { output, words: `${rows.length} ${zh}。 ${rows.length} ${en}.`, exitCode: 0 };
}

function wordsOf(outcome: Confirmed): Told {
  if (typeof outcome === 'object') {
    const asked = yuan(outcome.asked);
    return undone(
      `什么也没有做：应付 ${asked} 元，与您输入的不同。核对后仍是这个金额，请加 --differs 再执行：这笔钱会登记并退回，订单继续等待。`,
      `Nothing was done: ${asked} yuan were asked for, which is not what you typed. If that is what came in, add --differs: it is booked and owed back, and the order goes on waiting.`,
    );
  }
  switch (outcome) {
    case 'settled':
      return done('已到账，订单已付款，并交给审核。', 'It has come in: the order is paid and goes to review.');
    case 'wrong-amount':
    case 'second':
    case 'late':
      return done(
        '已登记。订单不需要这笔钱，请人工退回：见 finance refunds，退回后执行 finance refund-done。',
        'It is booked. The order does not need it, so it is to be sent back: see finance refunds, then finance refund-done.',
      );
    case 'repeat':
      return undone(
        '什么也没有做：这个银行流水号已经登记过。请核对流水号。',
        'Nothing was done: this reference is booked already. Check it.',
      );
    case 'not-yet':
      return undone('什么也没有做：到账日期在今天之后。', 'Nothing was done: that day is yet to come.');
    case 'unknown':
    case 'no-remittance':
      return NO_REMITTANCE;
  }
}

function done(zh: string, en: string): Told {
  return { output: '', words: `${zh}\n${en}`, exitCode: 0 };
}

function undone(zh: string, en: string): Told {
  return { output: '', words: `${zh}\n${en}`, exitCode: 1 };
}

const NO_REMITTANCE = undone(
  '什么也没有做：没有这个编号的待核对汇款。请用 finance remittances 查看。',
  'Nothing was done: no remittance of this number waits. See finance remittances.',
);
const REFUSED = done(
  '已记为没有查到，经办人会收到短信和邮件，可以重新登记。',
  'Noted as not found. The operator is told by SMS and mail and may announce it again.',
);
const ENDED = done('已记为退款完成。', 'Noted as sent back.');
const WORKED = done('已记为处理完毕。', 'Noted as dealt with.');
const NO_DIFFERENCE = undone(
  '什么也没有做：没有这个编号的差异，或已处理。请用 finance differences 查看。',
  'Nothing was done: there is no open difference of this number. See finance differences.',
);
const AGAIN = done('已安排再开一次。', 'It will be asked for once more.');
const NOT_STUCK = undone(
  '什么也没有做：没有这个编号，或不需要人工处理。请用 finance refunds 或 finance invoices 查看。',
  'Nothing was done: there is none of this number that needs somebody. See finance refunds or finance invoices.',
);
const RETRIED: Readonly<Record<Awaited<ReturnType<typeof retryRefund>>, Told>> = {
  retried: done('已安排再退一次。', 'The provider will be asked once more.'),
  'not-stuck': NOT_STUCK,
  'by-hand': undone(
    '什么也没有做：银行汇款只能人工退回。退回后执行 finance refund-done。',
    'Nothing was done: what came by bank is sent back by hand. Then use finance refund-done.',
  ),
};
