import { Button } from '../button.tsx';
import '../card.css';
import { OrderTimeline, type TimelineItem } from '../steps/order-timeline.tsx';
import { type ProgressItem, ProgressList } from '../steps/progress-list.tsx';
import { StepHeader } from '../steps/step-header.tsx';

export function StepSamples() {
  return (
    <section>
      <h2>步骤与进度</h2>
      <div class="grid">
        <StepHeader title="单位信息" step={2} steps={6} next="经办人与邮寄" />
        <StepHeader title="付款" step={6} steps={6} />
        <div class="card sample">
          <OrderTimeline items={GOING_ON} />
        </div>
        <div class="card sample">
          <OrderTimeline items={SENT_BACK} />
        </div>
        <ProgressList title="正在续期" items={WRITING} secondsToGo={40} />
        <ProgressList title="续期中断" items={BROKEN} onContinue={nothing} />
        <ProgressList title="续期完成" items={WRITING.map((item) => ({ ...item, ...DONE }))} />
      </div>
    </section>
  );
}

function nothing(): void {}

const GOING_ON: readonly TimelineItem[] = [
  { id: 'sent', state: 'done', title: '提交申请，短信签名', time: '11-19 15:20' },
  { id: 'paid', state: 'done', title: '汇款凭证已核对，200.00 元', time: '11-20 09:41' },
  {
    id: 'review',
    state: 'now',
    title: '审核材料',
    time: '最迟 11-26',
    why: '承诺 5 个工作日，今天是第 2 天。结果以短信和邮件告知。',
  },
  { id: 'made', state: 'to-come', title: '制作新 UKey，旧证书停用' },
  { id: 'posted', state: 'to-come', title: '寄出，等待签收' },
];

const SENT_BACK: readonly TimelineItem[] = [
  { id: 'sent', state: 'done', title: '提交申请，短信签名', time: '11-19 15:20' },
  {
    id: 'review',
    state: 'failed',
    title: '退回补正',
    time: '11-21 10:02',
    why: '授权书上看不到公章。补正后重新审核，不再收费。',
    act: (
      <Button size="row" onClick={nothing}>
        补正材料
      </Button>
    ),
  },
  { id: 'made', state: 'to-come', title: '制作 UKey' },
];

const BEGUN = Date.now() - 6_000;
const DONE = { state: 'done', time: '10:49:52' } as const;

const WRITING: readonly ProgressItem[] = [
  { id: 'check', state: 'done', title: '核对 UKey 与原证书', time: '10:48:02' },
  { id: 'pay', state: 'done', title: '付款 300.00 元', time: '10:49:20' },
  { id: 'issue', state: 'now', title: '签发新证书', since: BEGUN, why: '签发机构正在核对申请，一般 10 秒内完成' },
  { id: 'write', state: 'to-come', title: '写入 UKey' },
];

const BROKEN: readonly ProgressItem[] = [
  { id: 'check', state: 'done', title: '核对 UKey 与原证书', time: '10:48:02' },
  {
    id: 'write',
    state: 'interrupted',
    title: '写入 UKey',
    why: 'UKey 被拔出。原证书照常可用，款项还在；插回后接着办。',
  },
  { id: 'read', state: 'to-come', title: '读回检验，新证书启用' },
];
