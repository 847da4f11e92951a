import '../ui/card.css';
import { t } from '../ui/i18n.ts';
import { KeyCard } from '../ui/key-card/key-card.tsx';
import type { FaceState, KeyFace } from '../ui/keys/key-face.ts';

/** A key in the popup: its card, and one line where it cannot be used. */
export function PopupKeyCard({ face, label }: { readonly face: KeyFace; readonly label: string }) {
  const hint = hintText(face.state);
  return hint ? (
    <section class="card kk" aria-label={label}>
      <KeyCard face={face} small />
      <p>{hint}</p>
    </section>
  ) : (
    <section aria-label={label}>
      <KeyCard face={face} small />
    </section>
  );
}

function hintText(state: FaceState): string | undefined {
  if (state === 'locked') return t('popup.lockedHint');
  if (state === 'expired') return t('popup.expiredHint');
  return undefined;
}
