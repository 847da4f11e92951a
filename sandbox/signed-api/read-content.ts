import type * as z from 'zod/mini';
import { ApiError } from './api-error.ts';

export function readContent<Content>(schema: z.ZodMiniType<Content>, body: string): Content {
  let content: unknown;
  try {
    content = JSON.parse(body);
  } catch {
    throw new ApiError('REQUEST_INVALID');
  }
  const read = schema.safeParse(content);
  if (!read.success) throw new ApiError('REQUEST_INVALID');
  return read.data;
}
