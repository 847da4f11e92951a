import { Banner } from '../banner.tsx';
import { Button } from '../button.tsx';
import { EmptyState } from '../empty-state.tsx';
import { LINE_DRAWINGS, type LineDrawing } from '../line-drawings.ts';
import { Notice, type NoticeTone } from '../notice.tsx';

const TONES: readonly NoticeTone[] = ['info', 'ok', 'warn', 'bad', 'plain'];
const DRAWINGS = Object.keys(LINE_DRAWINGS) as LineDrawing[];

export function MessageSamples() {
  return (
    <>
      <section>
        <h2>提示与横幅</h2>
        <div class="grid">
          {TONES.map((tone) => (
            <Notice key={tone} tone={tone} title="请先不要拔出 UKey">
              万一拔出或断电，也不会弄坏：原证书照常可用，已付的款不会丢。重新插上，就从断开的那一步接着办。
            </Notice>
          ))}
        </div>
        <Banner title="网络断开了。" act={retry}>
          已填内容保存在本机，联网后自动继续。
        </Banner>
      </section>
      <section>
        <h2>空状态</h2>
        <div class="grid">
          {DRAWINGS.map((drawing) => (
            <EmptyState
              key={drawing}
              drawing={drawing}
              title="请插入 UKey"
              act={check}
              small="代码 HOST_NOT_REGISTERED"
            >
              插好后这里会自动显示证书。新办和补办不需要 UKey。
            </EmptyState>
          ))}
        </div>
      </section>
    </>
  );
}

const retry = (
  <Button kind="quiet" size="row" onClick={() => undefined}>
    重试
  </Button>
);
const check = <Button onClick={() => undefined}>插了没反应，检查一下</Button>;
