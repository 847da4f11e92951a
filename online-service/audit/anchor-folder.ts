import { open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeFolder, syncFolder } from '../materials/store/write-whole.ts';
import { type AnchorPlace, anchorBytes, anchorName } from './anchor.ts';

/** One new file for each head, never opened again: the folder may lie on a medium that is written once. */
export function anchorFolder(folder: string): AnchorPlace {
  return {
    async keep(signed) {
      const path = join(folder, `${anchorName(signed)}.json`);
      await makeFolder(dirname(path));
      const file = await open(path, 'wx', 0o400).catch((fault: NodeJS.ErrnoException) => {
        if (fault.code !== 'EEXIST') throw fault;
      });
      if (!file) return;
      await file.writeFile(anchorBytes(signed)).finally(() => file.sync().finally(() => file.close()));
      await syncFolder(dirname(path));
    },
  };
}
