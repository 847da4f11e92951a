import type { OnlineContract } from '@certbridge/shared/contract/online.ts';
import type { InputOf } from '@certbridge/shared/contract/operation.ts';
import type { PublicError } from '@certbridge/shared/contract/result.ts';
import { useSignal } from '@preact/signals';
import { Button } from '../../../ui/button.tsx';
import { errorMessage } from '../../../ui/i18n.ts';
import { openDocument } from '../acts/open-document.ts';
import type { OrderDesk } from '../state/order-desk.ts';

export interface DocumentButtonProps {
  readonly desk: OrderDesk;
  readonly of: InputOf<OnlineContract['documents.link']>['of'];
  readonly label: string;
}

/** Opens a document of the order in a tab of its own; what goes wrong is said beside it. */
export function DocumentButton({ desk, of, label }: DocumentButtonProps) {
  const busy = useSignal(false);
  const error = useSignal<PublicError | undefined>(undefined);

  async function open(): Promise<void> {
    busy.value = true;
    const opened = await openDocument(desk.session, of);
    busy.value = false;
    error.value = opened.ok ? undefined : opened.error;
  }

  return (
    <div class="order-document">
      <Button kind="quiet" size="row" icon="doc" busy={busy.value} onClick={() => void open()}>
        {label}
      </Button>
      <span class="order-document-said" role="status">
        {error.value && errorMessage(error.value).what}
      </span>
    </div>
  );
}
