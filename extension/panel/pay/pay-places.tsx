import { t } from '../../ui/i18n.ts';
import { lazily } from '../../ui/lazily.tsx';
import { ScreenBody } from '../../ui/screen-body.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import type { PayPageProps } from './pay-page.tsx';
import type { PaymentNotesProps } from './view/payment-notes.tsx';

const parts = async () => (await import('./pay-entry.ts')).payParts();

/** The counter for paying, which whoever applies needs at the very end. */
export const PayPlace = lazily<PayPageProps>({ load: async () => (await parts()).PayPage, waiting: WaitingPage });
export const PaidPlace = lazily<PayPageProps>({ load: async () => (await parts()).PaidPage, waiting: WaitingPage });
export const PaymentNotesPlace = lazily<PaymentNotesProps>({
  load: async () => (await parts()).PaymentNotes,
  waiting: () => null,
});

function WaitingPage() {
  return (
    <ScreenBody head={<h1 class="sr">{t('app.name')}</h1>} readingOnly={false}>
      <Skeleton blockSize={360} card />
    </ScreenBody>
  );
}
