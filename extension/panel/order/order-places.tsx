import { t } from '../../ui/i18n.ts';
import { lazily } from '../../ui/lazily.tsx';
import { ScreenBody } from '../../ui/screen-body.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import type { OrderFlowProps } from './order-flow.tsx';
import type { UnfinishedCardProps } from './unfinished-card.tsx';

const parts = async () => (await import('./order-entry.ts')).orderParts();

/** The screens of an application, which most openings of the panel never need. */
export const OrderPlace = lazily<OrderFlowProps>({
  load: async () => (await parts()).OrderFlow,
  waiting: WaitingScreen,
});

export const UnfinishedPlace = lazily<UnfinishedCardProps>({
  load: async () => (await parts()).UnfinishedCard,
  waiting: () => <Skeleton blockSize={96} card />,
});

function WaitingScreen() {
  return (
    <ScreenBody head={<h1 class="sr">{t('app.name')}</h1>} readingOnly={false}>
      <Skeleton blockSize={360} card />
    </ScreenBody>
  );
}
