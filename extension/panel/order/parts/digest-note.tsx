import { ot } from '../../../ui/form-words.ts';
import { Notice } from '../../../ui/notice.tsx';
import type { DigestMatch } from '../use-digest-match.ts';

export const digestNoteId = 'digest-note';

export interface DigestNoteProps {
  readonly match: DigestMatch;
  readonly digest: string | undefined;
}

/** Whether what stands here is what the service has. The digest is short here; the application form has all of it. */
export function DigestNote({ match, digest }: DigestNoteProps) {
  return (
    <div id={digestNoteId} class="order-digest">
      {match === 'different' ? (
        <Notice tone="bad" title={ot('digest.differs')} announced>
          <p>{ot('digest.differsNext')}</p>
        </Notice>
      ) : (
        <p class="cap">
          {match === 'comparing' ? ot('digest.comparing') : ot('digest.same')}{' '}
          {digest && <span class="mono whole">{shortDigest(digest)}</span>}
        </p>
      )}
    </div>
  );
}

/** The first 16 of its 64 digits, in fours. */
export function shortDigest(digest: string): string {
  return digest.slice(0, 16).replaceAll(/(.{4})(?=.)/g, '$1 ');
}
