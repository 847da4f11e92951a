import { useEffect, useRef } from 'preact/hooks';
import { agreementLinkId } from './parts/consent-field.tsx';
import type { AgreementId, OrderDesk } from './state/order-desk.ts';

/**
 * On the way to a step the focus goes to its title, or to the field that is to be mended; back from an agreement to the
 * link that opened it.
 */
export function useFocusOfStep({ session, reading }: OrderDesk): void {
  const page = session.page.value;
  const read = reading.value;
  const pointAt = session.pointAt.value;
  const before = useRef<AgreementId | undefined>(undefined);

  useEffect(() => {
    const left = before.current;
    before.current = read;
    const link = read === undefined && left !== undefined ? document.getElementById(agreementLinkId(left)) : null;
    (link ?? document.getElementById('screen-title'))?.focus();
  }, [page, read]);

  useEffect(() => {
    if (pointAt === undefined) return;
    session.pointAt.value = undefined;
    session.form.fields[pointAt].focus();
  }, [pointAt]);
}
