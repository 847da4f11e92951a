import { tParts } from './i18n.ts';
import { Sentence } from './sentence.tsx';

/** Where a way online is not open yet: what can be done now. */
export function OnlineLater({ phone }: { readonly phone: string | undefined }) {
  return <Sentence parts={phone ? tParts('next.onlineLater', { phone }) : tParts('next.onlineLaterNoPhone')} />;
}
