import { Bar } from '../bar.tsx';
import { Definitions } from '../definitions.tsx';
import { Footer } from '../footer.tsx';
import { Hotline } from '../hotline.tsx';
import { IconButton } from '../icon-button.tsx';
import { ListRows } from '../list-rows.tsx';
import { MoneyLines } from '../money-lines.tsx';
import { ScreenHead } from '../screen-head.tsx';
import { Skeleton } from '../skeleton.tsx';
import { Tiles } from '../tiles.tsx';

export function OtherSamples() {
  return (
    <section>
      <h2>其他</h2>
      <div class="grid">
        <div>
          <Bar title="证桥" subtitle="示例市公共资源交易中心" subtitleLang="zh-CN">
            <IconButton icon="more" label="更多" onClick={nothing} />
            <IconButton icon="close" label="收起面板" onClick={nothing} />
          </Bar>
          <Footer>
            <Hotline phone="400-000-0000" hours="工作日 8:30–17:30" />
          </Footer>
        </div>
        <Tiles label="办理业务（示例）" items={TILES} onChoose={nothing} />
        <ListRows rows={ROWS} onChoose={nothing} />
        <MoneyLines lines={LINES} total={{ name: '合计（元）', amount: 50_000 }} />
        <Definitions items={[{ name: '签发机构', value: '示例 CA 运营证书' }]} />
        <div>
          <Skeleton blockSize={20} inlineSize="70%" />
          <br />
          <Skeleton blockSize={52} card />
        </div>
      </div>
      <div class="grid">
        <HeadSample />
      </div>
    </section>
  );
}

/** Its title is a page's first heading, which this page already has; so it is shown apart from the outline. */
function HeadSample() {
  return (
    <div aria-hidden="true" inert>
      <ScreenHead title="续期" subtitle="办理须知" onBack={nothing} />
    </div>
  );
}

const TILES = [
  { id: 'a', icon: 'unit', title: '新办单位证书', text: '500.00 元起' },
  { id: 'b', icon: 'renew', title: '续期', text: '到期前 90 天起' },
  { id: 'c', icon: 'revoke', title: '注销', text: '停用证书，免费' },
] as const;

const ROWS = [
  { id: 'one', icon: 'win', title: '打开办理面板', text: '续期、补办、变更……' },
  { id: 'two', title: '示例市公共资源交易中心', chosen: true },
] as const;

const LINES = [
  { name: '单位证书，1 年', amount: 30_000 },
  { name: 'UKey，1 只', amount: 10_000 },
  { name: '单位公章，1 枚', amount: 10_000 },
];

function nothing(): void {}
