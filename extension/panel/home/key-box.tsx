import type { BusinessName } from '@certbridge/shared/domain/business.ts';
import { Button } from '../../ui/button.tsx';
import '../../ui/card.css';
import { ErrorLines } from '../../ui/environment/error-lines.tsx';
import { errorMessage, t } from '../../ui/i18n.ts';
import { KeyCard } from '../../ui/key-card/key-card.tsx';
import { OnlineLater } from '../../ui/online-later.tsx';
import { Sentence } from '../../ui/sentence.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import type { KeyBox as KeyBoxView } from '../state/home-view.ts';
import type { KeyHint } from '../state/key-hint.ts';
import { CertificateDetails } from './certificate-details.tsx';
import { hintParts } from './hint-text.tsx';
import './key-box.css';
import { PinNote } from './pin-note.tsx';

export interface KeyBoxProps {
  readonly box: KeyBoxView;
  readonly id: string;
  readonly phone: string | undefined;
  /** The businesses of the channel: only these can be read about. */
  readonly offered: readonly BusinessName[];
  readonly onFacts: (business: BusinessName) => void;
  readonly onReadAgain: () => void;
}

/** One key: its card, what that means for its owner, and everything in its certificates. */
export function KeyBox({ box, id, phone, offered, onFacts, onReadAgain }: KeyBoxProps) {
  const about = aboutBusiness(box, offered);
  return (
    <section class="card keybox" aria-labelledby={id}>
      <KeyCard face={box.face} id={id} />
      <div class="do">
        <HintText hint={box.hint} onReadAgain={onReadAgain} />
        <PinNote pin={box.summary.pin} phone={phone} />
        {isNotYetOnline(box.hint) && (
          <p class="cap next">
            <OnlineLater phone={phone} />
          </p>
        )}
        <div class="foot-row">
          <CertificateDetails summary={box.summary} certificates={box.certificates} />
          {about && (
            <Button kind="quiet" size="row" onClick={() => onFacts(about)}>
              {t(FACTS_LABELS[about])}
            </Button>
          )}
        </div>
      </div>
    </section>
  );
}

function HintText({ hint, onReadAgain }: { readonly hint: KeyHint; readonly onReadAgain: () => void }) {
  switch (hint.kind) {
    case 'none':
      return null;
    case 'waiting':
      return <Skeleton blockSize={20} inlineSize="72%" />;
    case 'unreadable':
      return (
        <div class="fault">
          <p>
            <b>{errorMessage(hint.error).what}</b>
          </p>
          <ErrorLines error={hint.error} />
          <Button size="row" onClick={onReadAgain}>
            {t('action.readAgain')}
          </Button>
        </div>
      );
    default:
      return (
        <p>
          <Sentence parts={hintParts(hint)} />
        </p>
      );
  }
}

type ReadAbout = 'renew' | 'unlock' | 'new-unit';
const FACTS_LABELS = {
  renew: 'action.renewFacts',
  unlock: 'action.unlockFacts',
  'new-unit': 'action.newFacts',
  'new-person': 'action.newFacts',
} as const satisfies { [Name in ReadAbout | 'new-person']: string };

function aboutBusiness({ hint, face }: KeyBoxView, offered: readonly BusinessName[]) {
  const wanted = wantedBusiness(hint, face.kind === 'person' ? 'new-person' : 'new-unit');
  return wanted && offered.includes(wanted) ? wanted : undefined;
}

function wantedBusiness(hint: KeyHint, anew: 'new-unit' | 'new-person') {
  switch (hint.kind) {
    case 'renew-early':
    case 'renew-open':
    case 'renew-expired':
      return 'renew';
    case 'renew-late':
      return anew;
    case 'locked':
      return 'unlock';
    default:
      return undefined;
  }
}

/** What would be done now if it could be done here already. */
function isNotYetOnline({ kind }: KeyHint): boolean {
  return kind === 'renew-open' || kind === 'renew-expired' || kind === 'renew-late' || kind === 'locked';
}
