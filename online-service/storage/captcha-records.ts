import type { Kysely } from 'kysely';
import type { CaptchaStore } from '../captchas/captcha.ts';
import type { DatabaseSchema } from './database-schema.ts';

const COLUMNS = ['id', 'first', 'sign', 'second', 'until'] as const;

export function captchaRecords(db: Kysely<DatabaseSchema>): CaptchaStore {
  return {
    async add(captcha) {
      await db.insertInto('captcha').values(captcha).execute();
    },
    find: (id) => db.selectFrom('captcha').select(COLUMNS).where('id', '=', id).executeTakeFirst(),
    take: (id) => db.deleteFrom('captcha').where('id', '=', id).returning(COLUMNS).executeTakeFirst(),
  };
}
