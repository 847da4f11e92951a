/** Test fixture, run as a process of its own: takes the lock, is alone with it for a moment, and dies holding it. */
import { mkdirSync, rmdirSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { tryLock } from '../lock.ts';

const [path = '', inside = ''] = process.argv.slice(2);
await new Promise((resolve) => process.once('message', resolve));
while (!tryLock(path)) await wait(1);
// Throws when somebody else is inside.
mkdirSync(inside);
await wait(20);
rmdirSync(inside);
process.exit(0);
