import { type OnlineContract, onlineContract } from '@certbridge/shared/contract/online.ts';
import { fail, type Result } from '@certbridge/shared/contract/result.ts';

export type OperationName = keyof OnlineContract & string;

/** One request as the service understands it. */
export interface Asked {
  readonly name: OperationName;
  readonly input: Readonly<Record<string, unknown>>;
  readonly token: string | undefined;
  readonly onceKey: string | undefined;
}

/** A service in place of the network: whatever throws is a line that broke. */
export function fakeFetch(answer: (asked: Asked) => Promise<Result<unknown>>): typeof globalThis.fetch {
  return async (address, init) => {
    const asked = askedBy(new URL(String(address)), init);
    const result = asked ? await answer(asked) : fail('ROUTE_UNKNOWN');
    return Response.json(result, { status: result.ok ? 200 : 409 });
  };
}

function askedBy(url: URL, init: RequestInit | undefined): Asked | undefined {
  const headers = new Headers(init?.headers);
  for (const [name, { route }] of Object.entries(onlineContract)) {
    const inPath = route.method === init?.method ? matched(route.path, url.pathname) : undefined;
    if (!inPath) continue;
    const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : {};
    return {
      name: name as OperationName,
      input: { ...inPath, ...Object.fromEntries(url.searchParams), ...(body as object) },
      token: headers.get('authorization')?.replace('Bearer ', ''),
      onceKey: headers.get('idempotency-key') ?? undefined,
    };
  }
  return undefined;
}

function matched(path: string, asked: string): Record<string, string> | undefined {
  const pattern = path.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)');
  const match = new RegExp(`^${pattern}$`).exec(asked);
  return match ? { ...match.groups } : undefined;
}
