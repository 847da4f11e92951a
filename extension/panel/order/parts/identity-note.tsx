import { ot } from '../../../ui/form-words.ts';
import { Notice } from '../../../ui/notice.tsx';
import { checkOf, type Party } from '../acts/check-identity.ts';
import type { OrderDesk } from '../state/order-desk.ts';

export interface IdentityNoteProps {
  readonly desk: OrderDesk;
  readonly party: Party;
}

/** How a check stands: passed, under way with the bank, or come back from there. */
export function IdentityNote({ desk, party }: IdentityNoteProps) {
  const check = checkOf(desk.session, party);
  if (!check) return null;
  const { standing, about } = check;
  switch (standing) {
    case 'passed':
      return <Notice tone="ok" title={ot(`check.passed.${party}`, { about })} />;
    case 'sent':
      return (
        <Notice tone="info" title={ot('check.sent', { about })}>
          <p>{ot('check.sentNext')}</p>
        </Notice>
      );
    case 'transfer-returned':
      return (
        <Notice tone="warn" title={ot('check.returned', { about })} announced>
          <p>{ot('check.returnedNext')}</p>
        </Notice>
      );
    case 'failed':
    case 'outdated':
      return null;
  }
}
