import { onlineContract } from '@certbridge/shared/contract/online.ts';
import { fail, type Result } from '@certbridge/shared/contract/result.ts';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Panel } from '../panel-controller.ts';
import { withdrawRefuted } from './acts/withdraw-refuted.ts';
import { followDraft } from './draft/follow-draft.ts';
import { OpeningScreen } from './opening-screen.tsx';
import { OrderScreen } from './order-screen.tsx';
import { openSession } from './state/open-session.ts';
import { createOrderDesk, type OrderDesk } from './state/order-desk.ts';
import type { OrderStart } from './state/order-start.ts';
import { PanelContext } from './use-panel.ts';

export interface OrderFlowProps {
  readonly panel: Panel;
  readonly start: OrderStart;
}

/** An application, from where it is taken up to where it is put down. */
export function OrderFlow({ panel, start }: OrderFlowProps) {
  const opened = useSignal<Result<OrderDesk> | undefined>(undefined);
  const turn = useSignal(0);

  useEffect(() => {
    let leave: () => void = () => undefined;
    let wanted = true;
    opened.value = undefined;
    void openDesk(panel, start).then((result) => {
      if (!wanted) return;
      opened.value = result;
      if (!result.ok) return;
      const { session } = result.value;
      const ends = [followDraft(session, panel, begunAt(start, panel)), withdrawRefuted(session)];
      leave = () => {
        for (const end of ends) end();
      };
    });
    return () => {
      wanted = false;
      leave();
    };
  }, [start, turn.value]);

  const onHome = () => panel.go({ name: 'home' });
  const desk = opened.value;
  return (
    <PanelContext.Provider value={panel}>
      {desk?.ok ? (
        <OrderScreen desk={desk.value} onHome={onHome} />
      ) : (
        <OpeningScreen
          start={start}
          error={desk?.error}
          onAgain={() => {
            turn.value += 1;
          }}
          onHome={onHome}
        />
      )}
    </PanelContext.Provider>
  );
}

/** A draft that is taken up again grows no younger. */
function begunAt(start: OrderStart, { clock }: Panel): number {
  return start.kind === 'draft' ? start.draft.begunAt : clock.now();
}

async function openDesk(panel: Panel, start: OrderStart): Promise<Result<OrderDesk>> {
  const service = panel.online(onlineContract);
  if (!service) return fail('SERVICE_UNREACHABLE');
  const channel = panel.state.peek().channel.value;
  const session = await openSession({ service, clock: panel.clock, channel }, start);
  return session.ok ? { ok: true, value: createOrderDesk(session.value) } : session;
}
