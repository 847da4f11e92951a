import { Agent, request } from 'node:http';

export interface Delivered {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

export interface Answer {
  readonly status: number;
  readonly body: string;
}

/** As long as a provider waits. */
const ANSWER_WITHIN_MS = 5_000;
const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** Undefined: nobody was there, or whoever was there died before the answer. */
export function deliver(url: URL, { headers, body }: Delivered): Promise<Answer | undefined> {
  return new Promise((resolve) => {
    const sent = request(
      url,
      {
        agent,
        method: 'POST',
        timeout: ANSWER_WITHIN_MS,
        headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', () => resolve(undefined));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') }),
        );
      },
    );
    sent.on('timeout', () => sent.destroy(new Error('no answer')));
    sent.on('error', () => resolve(undefined));
    sent.end(body);
  });
}
