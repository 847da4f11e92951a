import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { renderCkrCodes } from './protocol/render-ckr-codes.ts';
import { renderProtocol } from './protocol/render-protocol.ts';
import { renderStates } from './protocol/render-states.ts';
import { ROOT } from './tools/root.ts';

/** `npm run docs`: writes the pages that are made from the code. */
const PAGES = {
  'docs/protocol.md': renderProtocol,
  'docs/ckr-codes.md': renderCkrCodes,
  'docs/states.md': renderStates,
} as const;

for (const [path, render] of Object.entries(PAGES)) {
  await writeFile(join(ROOT, path), render());
  console.log(path);
}
