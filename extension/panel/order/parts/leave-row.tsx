import { Button } from '../../../ui/button.tsx';
import { ot } from '../../../ui/form-words.ts';
import type { OrderDesk } from '../state/order-desk.ts';

export interface LeaveRowProps {
  readonly desk: OrderDesk;
  readonly onHome: () => void;
  /** Nothing is left to be done with it for now. */
  readonly done?: boolean;
}

/** At the end of every step: to put the application down, or to give it up. */
export function LeaveRow({ desk, onHome, done = false }: LeaveRowProps) {
  const cancellable = desk.session.order.value?.actions.includes('cancel');
  return (
    <div class="order-leave">
      <Button kind="quiet" size="row" onClick={onHome}>
        {done ? ot('leave.home') : ot('leave.later')}
      </Button>
      {cancellable && (
        <Button
          kind="quiet"
          size="row"
          onClick={() => {
            desk.cancelling.value = true;
          }}
        >
          {ot('leave.cancel')}
        </Button>
      )}
    </div>
  );
}
