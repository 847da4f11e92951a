import { Button } from '../button.tsx';
import { SegmentedChoice } from '../form/segmented-choice.tsx';
import { QrCard, type QrCardProps } from '../qr/qr-card.tsx';
import { sampleField, sayProblem } from './sample-fields.ts';

const LIFE_SECONDS = 900;
const END = Date.now() + 872_000;

/** No real address: nothing can be paid with it. */
const CODE = 'https://qr.example.cn/251121-00042';

const time = { until: END, lifeSeconds: LIFE_SECONDS, atEnd: 'renews', note: '订单一直保留' } as const;
const PAYING = { amount: 50_000, code: CODE, time } as const;

const SAMPLES: readonly QrCardProps[] = [
  { ...PAYING, label: '付款，等待', standing: 'waiting', status: '等待付款，付好后本页自动进入下一步' },
  { ...PAYING, label: '付款，已扫码', standing: 'scanned', status: '已扫码，请在手机上确认付款' },
  { ...PAYING, label: '付款，已付', standing: 'done', status: '已收到 500.00 元' },
  { ...PAYING, label: '付款，过期', standing: 'expired', status: '二维码过期，正在换一个新的' },
  { amount: 50_000, label: '付款，等人换新码', standing: 'over', status: '二维码已过期' },
  { ...PAYING, label: '付款，失败', standing: 'failed', status: '付款没有成功，款项没有扣' },
  { amount: 50_000, label: '付款，正在生成', standing: 'waiting', status: '正在生成二维码' },
  {
    code: CODE,
    label: '用手机拍授权书',
    standing: 'waiting',
    status: '等待手机扫码',
    ask: '用手机相机或微信扫一扫，在手机上拍好就会传到这里',
    time: { until: END, lifeSeconds: LIFE_SECONDS, atEnd: 'ends' },
  },
];

export function QrSamples() {
  return (
    <section>
      <h2>二维码</h2>
      <div class="grid">
        {SAMPLES.map((sample) => (
          <QrCard
            key={sample.label}
            ask={ask}
            head={sample.amount === undefined ? undefined : <Ways />}
            act={
              <Button kind="quiet" size="row" onClick={nothing}>
                {sample.amount === undefined ? '改用文件上传' : '已付款，查询结果'}
              </Button>
            }
            {...sample}
          />
        ))}
      </div>
    </section>
  );
}

function Ways() {
  return <SegmentedChoice label="付款方式" field={way} say={sayProblem} choices={WAYS} look="flat" />;
}

function nothing(): void {}

const ask = (
  <>
    请用<b>支付宝</b>扫一扫，核对金额后付款
  </>
);
const way = sampleField('alipay');
const WAYS = [
  { value: 'alipay', title: '支付宝' },
  { value: 'wechat', title: '微信支付' },
];
