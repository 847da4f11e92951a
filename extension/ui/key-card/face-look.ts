import type { UiTextKey } from '@certbridge/shared/text/ui-text.ts';
import type { IconName } from '../icon-shapes.ts';
import type { FaceState } from '../keys/key-face.ts';

export interface FaceLook {
  readonly tone: '' | 'warn' | 'locked';
  readonly icon: IconName;
  readonly status: UiTextKey & `face.${string}`;
  readonly ring: 'days' | 'days-ago' | 'working' | IconName;
}

/** How each state looks: always word and icon, colour only besides. */
export const FACE_LOOKS: { readonly [State in FaceState]: FaceLook } = {
  working: { tone: '', icon: 'usb', status: 'face.working', ring: 'working' },
  valid: { tone: '', icon: 'okc', status: 'face.valid', ring: 'days' },
  due: { tone: 'warn', icon: 'clock', status: 'face.due', ring: 'days' },
  expired: { tone: 'locked', icon: 'stop', status: 'face.expired', ring: 'days-ago' },
  locked: { tone: 'locked', icon: 'lock', status: 'face.locked', ring: 'lock' },
  notYetValid: { tone: 'warn', icon: 'clock', status: 'face.notYetValid', ring: 'clock' },
  notOurs: { tone: 'locked', icon: 'info', status: 'face.notOurs', ring: 'doc' },
  empty: { tone: 'locked', icon: 'info', status: 'face.empty', ring: 'usb' },
  orphan: { tone: 'locked', icon: 'alert', status: 'face.orphan', ring: 'alert' },
  unreadable: { tone: 'locked', icon: 'alert', status: 'face.unreadable', ring: 'alert' },
};
