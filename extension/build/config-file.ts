import type { Plugin } from 'vite';
import type { Edition } from '../portals/portal.ts';

/** The service's address is a file of its own, so that a copy of the built folder can be pointed elsewhere. */
export function configFile(edition: Edition): Plugin {
  return {
    name: 'certbridge:config-file',
    generateBundle() {
      const source = `${JSON.stringify({ serviceUrl: edition.serviceUrl }, null, 2)}\n`;
      this.emitFile({ type: 'asset', fileName: 'config.json', source });
    },
  };
}
