import type { Plugin } from 'vite';

/** The summaries of the contract are for the protocol page; nobody reads them in a browser. */
export function withoutSummaries(): Plugin {
  return {
    name: 'certbridge:without-summaries',
    enforce: 'pre',
    transform: {
      filter: { id: /\/shared\/contract\/\w+\.ts$/ },
      handler: (code) => code.replaceAll(/^(\s*)summary: (['"]).*\2,$/gm, "$1summary: '',"),
    },
  };
}
