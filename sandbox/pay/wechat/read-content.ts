import * as z from 'zod/mini';
import { WechatError } from './wechat-error.ts';
import { APPID, MCHID } from './wechat-keys.ts';

/** The content of a request; who is wrong about it hears which field it is. */
export function readContent<Schema extends z.ZodMiniType>(schema: Schema, content: unknown): z.output<Schema> {
  const read = schema.safeParse(typeof content === 'string' ? jsonOf(content) : content);
  if (read.success) return read.data;
  const field = `/body/${read.error.issues[0]?.path.join('/') ?? ''}`;
  throw new WechatError('PARAM_ERROR', `输入源“${field}”映射到字段规则校验失败`, { field, location: 'body' });
}

/** Whose money it is about: each shop asks for its own only. */
export function mustBeShop({ mchid, appid = APPID }: { readonly mchid: string; readonly appid?: string }): void {
  if (mchid !== MCHID) throw new WechatError('PARAM_ERROR', '请求中的mchid与签名中的mchid不一致');
  if (appid !== APPID) throw new WechatError('APPID_MCHID_NOT_MATCH');
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new WechatError('PARAM_ERROR', '请求体不是有效的JSON');
  }
}

export const number = z.string().check(z.regex(/^[\w|*@-]{6,64}$/));
/** Fen. */
export const amount = z.int().check(z.gte(1), z.lte(100_000_000));
