/** One event of a stream (WHATWG HTML, 9.2.6). */
export interface StreamEvent {
  readonly name: string;
  readonly data: string;
}

/** Longer than anything that we are told: what a server sends must not fill the memory. */
const LONGEST_LINE = 4_096;

/** Takes a stream as it comes, in pieces cut anywhere, and answers the events that have become complete. */
export function createEventReader(): (piece: string) => StreamEvent[] {
  let rest = '';
  let name = '';
  let data: string[] = [];

  function take(line: string): StreamEvent | undefined {
    if (line === '') {
      const event = data.length > 0 ? { name: name || 'message', data: data.join('\n') } : undefined;
      name = '';
      data = [];
      return event;
    }
    const [, field = '', value = ''] = /^([^:]*):? ?(.*)$/su.exec(line) ?? [];
    if (field === 'event') name = value;
    if (field === 'data') data.push(value);
    if (data.length > LONGEST_LINE) throw new Error('an event that does not end');
    return undefined;
  }

  return (piece) => {
    // A CR at the very end may be half of a CRLF.
    const text = rest + piece;
    const lines = text.split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? '';
    if (rest.length > LONGEST_LINE) throw new Error('a line that does not end');
    return lines.flatMap((line) => take(line) ?? []);
  };
}
