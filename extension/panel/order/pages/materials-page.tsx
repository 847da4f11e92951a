import { ot } from '../../../ui/form-words.ts';
import { t } from '../../../ui/i18n.ts';
import { megabytes } from '../../../ui/upload/file-size.ts';
import { editOrder } from '../acts/edit-order.ts';
import { submitMaterials } from '../acts/submit-materials.ts';
import { Acts } from '../parts/form-acts.tsx';
import { MaterialSlotCard } from '../parts/material-slot.tsx';
import { OrderFrame } from '../parts/order-frame.tsx';
import type { OrderDesk } from '../state/order-desk.ts';
import { firstPageOf } from '../state/order-pages.ts';

const MISSING = 'materials-missing';

/** The pictures that prove what was filled in. One that fails leaves the others as they are. */
export function MaterialsPage({ desk, onHome }: { readonly desk: OrderDesk; readonly onHome: () => void }) {
  const { session } = desk;
  const order = session.order.value;
  if (!order) return null;
  const { channel, holder } = session.applied;
  const underWay = desk.materials.work.value;
  const missing = order.materials.filter(({ required, standing }) => required && standing === 'empty').length;
  const sending = [...underWay.values()].some(({ kind }) => kind === 'sending' || kind === 'shrinking');
  return (
    <OrderFrame
      desk={desk}
      step="materials"
      onHome={onHome}
      acts={
        <Acts
          back={{
            label: ot('act.edit'),
            busy: session.busy.value === 'edit',
            onClick: () => void editOrder(session, firstPageOf(holder)),
          }}
          primary={{
            label: ot('act.submit'),
            busy: session.busy.value === 'submit',
            unavailableBecause: missing > 0 || sending ? MISSING : undefined,
            onClick: () => void submitMaterials(session),
          }}
        >
          <span id={MISSING}>{standingText(missing, sending)}</span>
        </Acts>
      }
    >
      {order.materials.length === 0 ? (
        <p class="order-lead">{t('facts.noMaterials')}</p>
      ) : (
        <ul class="order-rules">
          <li>{ot('materials.picture', { size: megabytes(channel.materialLimitBytes) })}</li>
          <li>{ot('materials.stamp')}</li>
          <li>{ot('materials.mark', { business: t(`business.${order.business}`) })}</li>
        </ul>
      )}
      {order.materials.map((material) => (
        <MaterialSlotCard key={material.slot} desk={desk} material={material} />
      ))}
    </OrderFrame>
  );
}

function standingText(missing: number, sending: boolean): string {
  if (sending) return ot('materials.sending');
  return missing > 0 ? ot('materials.missing', { count: missing }) : ot('materials.complete');
}
