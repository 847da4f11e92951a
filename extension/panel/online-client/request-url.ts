import type { OnlineOperation } from '@certbridge/shared/contract/online.ts';

/** The address of an operation: fields of the input that the path names stand in it, the others follow as a query. */
export function requestUrl(serviceUrl: string, route: OnlineOperation['route'], input: object): URL {
  const left = new Map(Object.entries(input));
  const path = route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = String(left.get(name));
    left.delete(name);
    return encodeURIComponent(value);
  });
  const url = new URL(serviceUrl.replace(/\/$/, '') + path);
  if (route.method === 'GET') for (const [name, value] of left) url.searchParams.set(name, String(value));
  return url;
}
