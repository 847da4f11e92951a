import { Button } from '../button.tsx';
import { Chip, type ChipProps } from '../chip.tsx';
import { OrderCard } from '../order/order-card.tsx';
import { OrderTimeline } from '../steps/order-timeline.tsx';
import { TableSamples } from './table-samples.tsx';

const CHIPS: readonly ChipProps[] = [
  { tone: 'warn', icon: 'yuan', word: '待付款' },
  { tone: 'doing', icon: 'clock', word: '审核中' },
  { tone: 'ok', icon: 'check', word: '已写入' },
  { tone: 'bad', icon: 'stop', word: '退回补正' },
  { tone: 'info', icon: 'box', word: '已寄出' },
  { tone: 'plain', icon: 'revoke', word: '已取消' },
];
const [TO_PAY, IN_REVIEW, WRITTEN] = CHIPS as readonly [ChipProps, ChipProps, ChipProps];

export function ListSamples() {
  return (
    <section>
      <h2>订单与表格</h2>
      <div class="row">
        {CHIPS.map((chip) => (
          <Chip key={chip.word} {...chip} />
        ))}
      </div>
      <div class="grid">
        <OrderCard
          business="新办单位证书·主锁"
          number="251121-00042"
          created="2025-11-21"
          state={TO_PAY}
          facts={['500.00 元']}
          text="资料与签名已完成，付款后即进入审核"
          act={
            <Button kind="primary" size="row" onClick={nothing}>
              去付款
            </Button>
          }
        />
        <OrderCard
          business="补办单位证书"
          number="251119-00017"
          created="2025-11-19"
          state={IN_REVIEW}
          facts={['示例建设工程有限公司']}
          links={quiet('订单详情', '申请表')}
        >
          <OrderTimeline
            items={[
              { id: 'sent', state: 'done', title: '提交申请', time: '11-19 15:20' },
              { id: 'review', state: 'now', title: '审核材料', time: '最迟 11-26' },
              { id: 'made', state: 'to-come', title: '制作新 UKey' },
            ]}
          />
        </OrderCard>
        <OrderCard
          business="续期单位证书"
          number="241202-00003"
          created="2024-12-02"
          state={WRITTEN}
          facts={['300.00 元', '有效期至 2025-12-14']}
          links={quiet('发票', '申请表')}
        />
      </div>
      <TableSamples />
    </section>
  );
}

function quiet(...names: readonly string[]) {
  return names.map((name) => (
    <Button key={name} kind="quiet" size="row" icon={name === '发票' ? 'invoice' : 'doc'} onClick={nothing}>
      {name}
    </Button>
  ));
}

function nothing(): void {}
