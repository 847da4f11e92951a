import type { OnlineOperation } from '@certbridge/shared/contract/online.ts';

const NAMED = /\{(\w+)\}/g;

/** The fields of the input that stand in the path. */
export function pathNames(path: string): ReadonlySet<string> {
  return new Set([...path.matchAll(NAMED)].map(([, name = '']) => name));
}

/** The address of an operation: fields of the input that the path names stand in it; those of a read follow as a query. */
export function requestUrl(serviceUrl: string, route: OnlineOperation['route'], input: object): URL {
  const fields = new Map(Object.entries(input));
  const path = route.path.replaceAll(NAMED, (_, name: string) => encodeURIComponent(String(fields.get(name))));
  const url = new URL(serviceUrl.replace(/\/$/, '') + path);
  if (route.method !== 'GET') return url;
  const inPath = pathNames(route.path);
  for (const [name, value] of fields) if (!inPath.has(name)) url.searchParams.set(name, String(value));
  return url;
}
