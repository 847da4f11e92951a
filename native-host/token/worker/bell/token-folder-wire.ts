import { readFileSync, watch } from 'node:fs';
import type { BellWire } from './bell.ts';

const USUAL_CONFIG = '/etc/softhsm/softhsm2.conf';

/** SoftHSM2 has no slot events; but each of its tokens is a folder, in the one that its configuration names. */
export function tokenFolderWire(configPath: string = USUAL_CONFIG): BellWire {
  return {
    inDriver: false,
    lay: ({ ring, ended }) => {
      try {
        watch(tokenFolder(configPath), { persistent: false }, ring).once('error', () => ended('folder not watched'));
      } catch {
        ended('folder not watched', 'for-good');
      }
    },
  };
}

function tokenFolder(configPath: string): string {
  const [, folder = ''] = /^\s*directories\.tokendir\s*=\s*(.*?)\s*$/m.exec(readFileSync(configPath, 'utf8')) ?? [];
  return folder;
}
