import { signal } from '@preact/signals';
import { Button } from '../button.tsx';
import { Dialog, DialogContent, type DialogProps } from '../dialog.tsx';

const open = signal<'closed' | 'open' | 'busy'>('closed');

export function DialogSamples() {
  return (
    <section>
      <h2>确认框</h2>
      <div class="row">
        <Button
          onClick={() => {
            open.value = 'open';
          }}
        >
          打开确认框
        </Button>
      </div>
      {open.value !== 'closed' && <Dialog {...QUESTION} {...(open.value === 'busy' ? { busy: BUSY } : {})} />}
      <div class="grid">
        <Still id="still" />
        <Still id="busy" busy={BUSY} />
        <Still id="failed" failed="没有取消成：连不上线上服务。订单没有变，请再试一次。" />
        <Still id="harmless" destroys={false} question="现在提交？" keep="再看看" act="提交申请" />
      </div>
    </section>
  );
}

const BUSY = '正在取消订单';

const QUESTION: DialogProps = {
  question: '取消这笔新办订单？',
  text: '订单 251121-00042，还没有付款。',
  consequences: ['已填的资料和已传的材料会删除', '不影响已有的证书和其他订单', '取消后不能恢复，需要时可重新申请'],
  keep: '继续保留',
  act: '取消订单',
  destroys: true,
  onKeep: () => {
    open.value = 'closed';
  },
  onAct: () => {
    open.value = 'busy';
  },
};

/** Drawn in place, without being a dialog, so that all states can be seen at once. */
function Still({ id, ...differs }: Partial<DialogProps> & { readonly id: string }) {
  return (
    <div class="dlg still">
      <DialogContent {...QUESTION} onKeep={nothing} onAct={nothing} {...differs} id={id} />
    </div>
  );
}

function nothing(): void {}
