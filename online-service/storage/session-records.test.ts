import { expect, test } from 'vitest';
import { createLog } from '../create-log.ts';
import { NotReady } from '../problems/not-ready.ts';
import { openDatabase } from './database.ts';
import { sessionRecords } from './session-records.ts';

test('while the database is away a session is not known to be over: the service says that it is not ready', async () => {
  // Port 9 is the discard service; nothing of ours listens there.
  const { db } = openDatabase('postgres://nobody@127.0.0.1:9/none', createLog('silent'));
  await expect(sessionRecords(db).find(Buffer.alloc(32))).rejects.toBeInstanceOf(NotReady);
  await db.destroy();
});
