import type { OrderMaterial } from '@certbridge/shared/contract/online/order-view.ts';
import { ot } from '../../../ui/form-words.ts';
import { t } from '../../../ui/i18n.ts';
import { UploadSlot } from '../../../ui/upload/upload-slot.tsx';
import { useKeptFocus } from '../../../ui/use-kept-focus.ts';
import { ACCEPTED } from '../materials/picture-kind.ts';
import { slotStanding } from '../materials/slot-standing.ts';
import type { OrderDesk } from '../state/order-desk.ts';
import { DocumentButton } from './document-button.tsx';
import { PhoneCard } from './phone-card.tsx';
import { saidOfSlot } from './said-of-slot.ts';

export interface MaterialSlotProps {
  readonly desk: OrderDesk;
  readonly material: OrderMaterial;
}

/** The blanks that are filled in from the order, by the slot that wants them stamped. */
const TEMPLATES = {
  'authorisation-letter': 'authorisation-letter-template',
  'seal-sheet': 'seal-sheet-template',
  'personal-seal-sheet': 'seal-sheet-template',
} as const;

/** A slot with its rule, its template where there is one, and the phone's camera. */
export function MaterialSlotCard({ desk, material }: MaterialSlotProps) {
  const { materials, session } = desk;
  const { slot } = material;
  const phone = materials.phone.standing.value;
  const place = useKeptFocus<HTMLDivElement>();
  const template = slot in TEMPLATES ? TEMPLATES[slot as keyof typeof TEMPLATES] : undefined;
  const isPaper =
    slot !== 'operator-id-portrait' && slot !== 'operator-id-emblem' && slot !== 'legal-representative-id';
  return (
    // The phone's code goes with its picture, and with it the button that may have the focus.
    <div class="order-slot" ref={place} tabIndex={-1}>
      <UploadSlot
        title={t(`material.${slot}`)}
        rule={ot(`rule.${slot}`)}
        icon={isPaper ? 'doc' : 'person'}
        standing={saidOfSlot(slotStanding(materials.work.value.get(slot), material))}
        limitBytes={session.applied.channel.materialLimitBytes}
        accept={ACCEPTED}
        thumbnail={materials.pictures.value.get(slot)}
        onFile={(file) => void materials.take(slot, file)}
        onShrink={() => void materials.shrink(slot)}
        onResume={() => void materials.resume(slot)}
        onPhone={() => void materials.phone.open(slot)}
      />
      {template && <DocumentButton desk={desk} of={template} label={ot('materials.template')} />}
      {phone?.slot === slot && <PhoneCard phone={materials.phone} standing={phone} title={t(`material.${slot}`)} />}
    </div>
  );
}
