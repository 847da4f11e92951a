import { join } from 'node:path';
import { ROOT } from '../tools/root.ts';

/** What `npm run build` leaves for people and installers. */
export const DIST = join(ROOT, 'dist');

/** Builds wait here until they are whole, on the same disk, so that moving them is one rename. */
export const STAGING = join(ROOT, 'node_modules/.cache/certbridge-build');

/** The parts of a build, as folders of it. */
export const PARTS = { extension: 'extension', sdk: 'sdk', host: 'native-host' } as const;

/** A file of the build that names the sources it was made from. */
export const STAMP = 'sources.sha256';
