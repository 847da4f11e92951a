import * as z from 'zod/mini';
import { createLog } from '../../online-service/create-log.ts';
import { sendMessage } from '../../online-service/messages/send-message.ts';
import { type AliyunSmsConfig, aliyunSms } from '../../online-service/messages/sms/aliyun-sms.ts';
import { startSending } from '../../online-service/outbox/send-outbox.ts';
import { parseMasterKeys } from '../../online-service/personal-data/master-key.ts';
import { masterKeyWrapper } from '../../online-service/personal-data/master-key-wrapper.ts';
import { sealedRecords } from '../../online-service/personal-data/sealed-record.ts';
import { openDatabase } from '../../online-service/storage/database.ts';
import { outboxQueueRecords } from '../../online-service/storage/outbox-queue-records.ts';

/** A process that sends, and that a power cut hits just before or just after its first message. */
const { databaseUrl, masterKeys, sms, dies } = z
  .object({ databaseUrl: z.string(), masterKeys: z.string(), sms: z.looseObject({}), dies: z.string() })
  .parse(JSON.parse(process.argv[2] ?? ''));
const keys = parseMasterKeys(masterKeys);
if (!keys) throw new Error('not keys');
const log = createLog('silent');
const records = sealedRecords(masterKeyWrapper(keys));
const { db } = openDatabase(databaseUrl, log);
const senders = { readInvoice: async () => undefined, sms: aliyunSms(sms as unknown as AliyunSmsConfig) };
const sender = startSending({
  queue: outboxQueueRecords(db, records),
  kinds: ['sms'],
  async send(message, id) {
    if (dies === 'before') process.kill(process.pid, 'SIGKILL');
    await sendMessage(senders, message, id);
    if (dies === 'after') process.kill(process.pid, 'SIGKILL');
  },
  now: () => new Date(),
  log,
});
process.once('disconnect', async () => {
  await sender.stop();
  await db.destroy();
});
