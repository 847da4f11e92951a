import { state } from './state.ts';
import { texts } from './texts.ts';

export async function sendLogin(redraw: () => void): Promise<void> {
  if (state.sending) return;
  state.sending = true;
  redraw();
  state.note = await answerOf({ way: state.way, ...Object.fromEntries(state.drafts) });
  state.drafts.delete('password');
  state.sending = false;
  redraw();
}

async function answerOf(login: Record<string, string>): Promise<typeof state.note> {
  try {
    const answer = await fetch('/api/login', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(login),
    });
    const { fault } = (await answer.json()) as { fault?: string };
    if (fault === undefined) return { kind: 'received' };
    return { kind: 'fault', fault: isFault(fault) ? fault : 'offline' };
  } catch {
    return { kind: 'fault', fault: 'offline' };
  }
}

function isFault(word: string): word is keyof typeof texts.faults {
  return Object.hasOwn(texts.faults, word);
}
