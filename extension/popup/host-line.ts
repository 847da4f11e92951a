import type { HostState } from '@certbridge/shared/contract/host-state.ts';
import { t } from '../ui/i18n.ts';

/** The host in one line, for the foot of the popup. */
export function hostLine(host: HostState): string {
  switch (host.state) {
    case 'idle':
    case 'connecting':
      return t('popup.hostConnecting');
    case 'connected':
      return t('popup.hostFine', { version: host.version });
    case 'reconnecting':
      return t('popup.hostReconnecting');
    case 'unavailable':
      return t('popup.hostUnavailable');
  }
}
