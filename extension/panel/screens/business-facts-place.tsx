import { lazily } from '../../ui/lazily.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import type { BusinessFactsProps } from './business-facts.tsx';

/** Read before a business is begun, and not by everybody: not part of what the panel loads at first. */
export const BusinessFactsPlace = lazily<BusinessFactsProps>({
  load: async () => (await import('./business-facts.tsx')).BusinessFacts,
  waiting: () => <Skeleton blockSize={320} card />,
});
