import { Writable } from 'node:stream';
import { LIMITS } from '@certbridge/shared/contract/limits.ts';
import { ok } from '@certbridge/shared/contract/result.ts';
import { describe, expect, it } from 'vitest';
import { FrameReader } from './frame-reader.ts';
import { MessageWriter } from './message-writer.ts';

function writing(taken: (chunk: Buffer, done: () => void) => void) {
  const messages: unknown[] = [];
  const reader = new FrameReader(LIMITS.hostToBrowserBytes, {
    frame: (payload) => messages.push(JSON.parse(Buffer.from(payload).toString())),
    oversized: (length) => messages.push(length),
  });
  const stream = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      reader.push(chunk);
      taken(chunk, done);
    },
  });
  return { messages, writer: new MessageWriter(stream, () => undefined) };
}

const reply = (id: string, value: unknown) => ({ type: 'reply' as const, id, result: ok(value) });

describe('messages to the browser', () => {
  it('above its cap become a named error, so that the port stays open', () => {
    const { messages, writer } = writing((_chunk, done) => done());
    writer.send(reply('1', 'x'.repeat(LIMITS.hostToBrowserBytes)));
    writer.send({ type: 'event', id: '2', value: 'x'.repeat(LIMITS.hostToBrowserBytes) });
    writer.send(reply('3', '够小'));
    expect(messages).toMatchObject([
      { id: '1', result: { ok: false, error: { code: 'REPLY_TOO_LARGE' } } },
      { id: '3', result: { ok: true, value: '够小' } },
    ]);
  });

  it('make the writer say that it is blocked while the browser does not read', async () => {
    let readOn = () => {};
    const { writer } = writing((_chunk, done) => {
      readOn = done;
    });
    expect(writer.blocked).toBe(false);
    writer.send(reply('1', 'x'.repeat(100_000)));
    expect(writer.blocked).toBe(true);
    const drained = new Promise<void>((resolve) => writer.onDrain(resolve));
    readOn();
    await drained;
    expect(writer.blocked).toBe(false);
  });
});
