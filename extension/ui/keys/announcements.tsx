import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../i18n.ts';
import { FACE_LOOKS } from '../key-card/face-look.ts';
import { now } from '../now.ts';
import { type Announcement, announcementOf, type Heard } from './announcement.ts';

/** Says what happened to keys and host, for those who do not see it. */
export function Announcements({ host, keys }: Heard) {
  const before = useRef<Heard>({ host, keys });
  const [said, say] = useState('');
  useEffect(() => {
    const announcement = announcementOf(before.current, { host, keys }, now.peek());
    before.current = { host, keys };
    if (announcement) say(inWords(announcement));
  }, [host, keys]);
  return (
    <p class="sr" role="status">
      {said}
    </p>
  );
}

function inWords(announcement: Announcement): string {
  switch (announcement.kind) {
    case 'plugged':
      return t('live.keyPlugged');
    case 'read':
      return t('live.keyRead', { holder: announcement.holder, state: t(FACE_LOOKS[announcement.state].status) });
    case 'pulled':
      return t('live.keyPulled', { holder: announcement.holder });
    case 'host-back':
      return t('live.hostBack');
  }
}
