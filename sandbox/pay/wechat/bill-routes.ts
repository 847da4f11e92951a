import { createHash, randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { chinaDate } from '@certbridge/shared/domain/china-time.ts';
import * as z from 'zod/mini';
import { billText } from './bill-text.ts';
import { readContent } from './read-content.ts';
import { WechatError } from './wechat-error.ts';
import type { WechatSide } from './wechat-side.ts';

const asked = z.object({
  bill_date: z.iso.date(),
  bill_type: z._default(z.literal('ALL'), 'ALL'),
  tar_type: z.optional(z.literal('GZIP')),
});
const ticket = z.object({ token: z.string() });

/** A bill is made at ten on the next morning. */
const READY_AFTER_MS = (24 + 10) * 3_600_000;
/** Links are for now; more of them than anybody fetches. */
const MOST_FILES = 50;

/** Days' bills, and the files behind the links that were handed out. */
export class Bills {
  readonly #side: WechatSide;
  readonly #files = new Map<string, Uint8Array>();

  constructor(side: WechatSide) {
    this.#side = side;
  }

  ask(query: unknown, address: string): object {
    const { bill_date: day, tar_type: packing } = readContent(asked, query);
    this.#mustBeMade(day);
    const lines = this.#side.world.book.linesOf('wechat', day);
    if (lines.length === 0) throw new WechatError('NO_STATEMENT_EXIST');
    const text = Buffer.from(billText(lines));
    const token = randomBytes(24).toString('base64url');
    this.#keep(token, packing ? gzipSync(text) : text);
    const hash = createHash('sha1').update(text).digest('hex');
    return { download_url: `${address}?token=${token}`, hash_type: 'SHA1', hash_value: hash };
  }

  file(query: unknown): Uint8Array {
    const file = this.#files.get(readContent(ticket, query).token);
    if (!file) throw new WechatError('PARAM_ERROR', 'token无效或已过期');
    return file;
  }

  #mustBeMade(day: string): void {
    const now = this.#side.now();
    if (day > chinaDate(now)) throw new WechatError('PARAM_ERROR', '账单日期不合法');
    const readyAt = new Date(`${day}T00:00:00+08:00`).getTime() + READY_AFTER_MS;
    if (now.getTime() < readyAt && !this.#side.switches.has('bill-at-once'))
      throw new WechatError('STATEMENT_CREATING');
  }

  #keep(token: string, file: Uint8Array): void {
    this.#files.set(token, file);
    const [oldest] = this.#files.keys();
    if (this.#files.size > MOST_FILES && oldest !== undefined) this.#files.delete(oldest);
  }
}
