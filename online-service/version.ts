import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';

const manifest = readFileSync(join(import.meta.dirname, 'package.json'), 'utf8');

export const SERVICE_VERSION: string = z.object({ version: z.string() }).parse(JSON.parse(manifest)).version;
