import { Button, type ButtonKind } from '../button.tsx';
import { IconButton } from '../icon-button.tsx';
import { Spinner } from '../spinner.tsx';

const KINDS: readonly { readonly kind: ButtonKind; readonly label: string }[] = [
  { kind: 'primary', label: '续期一年　300.00 元' },
  { kind: 'plain', label: '已付款，查询结果' },
  { kind: 'quiet', label: '续期须知' },
  { kind: 'danger', label: '取消订单' },
];

export function ButtonSamples() {
  return (
    <section>
      <h2>按钮</h2>
      {KINDS.map(({ kind, label }) => (
        <div key={kind} class="row">
          <Button kind={kind} size="action" onClick={nothing}>
            {label}
          </Button>
          <Button kind={kind} onClick={nothing}>
            {label}
          </Button>
          <Button kind={kind} size="row" onClick={nothing}>
            {label}
          </Button>
          <Button kind={kind} icon="unlock" onClick={nothing}>
            {label}
          </Button>
          <Button kind={kind} busy onClick={nothing}>
            {label}
          </Button>
          <Button kind={kind} unavailableBecause="why" onClick={nothing}>
            {label}
          </Button>
        </div>
      ))}
      <p id="why" class="cap">
        最后一列不能办：UKey 还没有插入。
      </p>
      <div class="row">
        <IconButton icon="more" label="更多" onClick={nothing} />
        <IconButton icon="close" label="收起面板" onClick={nothing} />
        <Spinner />
        <Spinner large />
      </div>
    </section>
  );
}

function nothing(): void {}
