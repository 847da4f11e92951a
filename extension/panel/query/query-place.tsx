import { t } from '../../ui/i18n.ts';
import { lazily } from '../../ui/lazily.tsx';
import { ScreenBody } from '../../ui/screen-body.tsx';
import { ScreenHead } from '../../ui/screen-head.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import type { QueryScreenProps } from './query-screen.tsx';

/** Order query and “my orders”, which most openings of the panel never need. */
export const QueryPlace = lazily<QueryScreenProps>({
  load: async () => (await import('./query-entry.ts')).queryScreen(),
  waiting: WaitingScreen,
});

function WaitingScreen() {
  return (
    <ScreenBody head={<ScreenHead title={t('home.query')} />} readingOnly={false}>
      <Skeleton blockSize={320} card />
    </ScreenBody>
  );
}
