import type { OnlineOperation } from '@certbridge/shared/contract/online.ts';
import { pathNames } from './request-url.ts';

export interface RequestMarks {
  readonly token?: string | undefined;
  readonly onceKey?: string;
}

/** Everything of a request but its address: fields that the path names are not said a second time in the body. */
export function requestInit(
  { route, access, effect }: Pick<OnlineOperation, 'route' | 'access' | 'effect'>,
  input: object,
  marks: RequestMarks,
): RequestInit {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (access !== 'public' && marks.token !== undefined) headers['authorization'] = `Bearer ${marks.token}`;
  if (effect === 'once' && marks.onceKey !== undefined) headers['idempotency-key'] = marks.onceKey;
  const asked: RequestInit = {
    method: route.method,
    headers,
    credentials: 'omit',
    redirect: 'error',
    cache: 'no-store',
  };
  if (route.method === 'GET') return asked;
  headers['content-type'] = 'application/json';
  const inPath = pathNames(route.path);
  const fields = Object.entries(input).filter(([name]) => !inPath.has(name));
  return { ...asked, body: JSON.stringify(Object.fromEntries(fields)) };
}
