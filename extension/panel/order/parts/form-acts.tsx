import type { ComponentChildren } from 'preact';
import { Button } from '../../../ui/button.tsx';
import { ot } from '../../../ui/form-words.ts';
import { Icon } from '../../../ui/icon.tsx';
import { clockText } from '../../../ui/time/moment-text.ts';
import type { OrderDesk } from '../state/order-desk.ts';

export interface PrimaryAct {
  readonly label: string;
  readonly busy: boolean;
  /** The id of the text beside it that says why it cannot be done. */
  readonly unavailableBecause?: string | undefined;
  readonly onClick: () => void;
}

export interface ActsProps {
  readonly back?: { readonly label: string; readonly onClick: () => void; readonly busy?: boolean } | undefined;
  /** The one thing to do now; absent where it is done on the page itself. */
  readonly primary?: PrimaryAct | undefined;
  /** What happens then, or what is safe already. */
  readonly children?: ComponentChildren;
}

/** The pinned foot of a step. */
export function Acts({ back, primary, children }: ActsProps) {
  return (
    <>
      <div class="acts-row">
        {back && (
          <Button size="action" busy={back.busy ?? false} onClick={back.onClick}>
            {back.label}
          </Button>
        )}
        {primary && <Primary {...primary} />}
      </div>
      {children && <p class="acts-line cap">{children}</p>}
    </>
  );
}

function Primary({ label, busy, unavailableBecause, onClick }: PrimaryAct) {
  const off = unavailableBecause === undefined ? {} : { unavailableBecause };
  return (
    <Button kind="primary" size="action" wide busy={busy} onClick={onClick} {...off}>
      {label}
    </Button>
  );
}

/** That nothing will be lost, and since when. */
export function SavedLine({ desk: { session } }: { readonly desk: OrderDesk }) {
  const at = session.savedAt.value;
  if (at === undefined) return <>{ot('saved.here')}</>;
  return (
    <>
      <Icon name="check" small />
      {ot('saved.there', { time: clockText(at) })}
    </>
  );
}
