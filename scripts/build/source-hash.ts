import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isTest, projectFiles } from '../lint/source-files.ts';
import { ROOT } from '../tools/root.ts';

/** What a build is made of. Packages count by the lockfile that names them. */
const BUILT_FROM =
  /^(extension|native-host|shared|scripts\/build)\/|^(manifest\.json|vite\.config\.ts|package(-lock)?\.json)$/;

/** Contents, not times: a checkout changes the times of files whose content stays. */
export function hashSources(): string {
  const hash = createHash('sha256').update(process.env['CERTBRIDGE_BUILD'] ?? '');
  const files = projectFiles(ROOT).filter((path) => BUILT_FROM.test(path) && !isTest(path));
  for (const path of files.sort()) hash.update(`\0${path}\0`).update(readFileSync(join(ROOT, path)));
  return hash.digest('hex');
}
