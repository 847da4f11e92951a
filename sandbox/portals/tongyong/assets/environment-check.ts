import { element } from './element.ts';
import { loadSdk } from './load-sdk.ts';
import { state } from './state.ts';
import { texts } from './texts.ts';

/** The platform's own use of the partner SDK: is everything here that a certificate needs? */
export function environmentCheck(redraw: () => void): HTMLElement {
  const run = (task: () => Promise<typeof state.check>) => async () => {
    state.check = 'running';
    redraw();
    state.check = await task();
    redraw();
  };
  const button = (id: string, label: string, task: () => Promise<typeof state.check>) =>
    element('button', { type: 'button', id, onclick: run(task) }, label);
  return element(
    'section',
    { class: 'environment' },
    element(
      'div',
      { class: 'acts' },
      button('check-environment', texts.check, checkEnvironment),
      button('open-counter', texts.open, openCounter),
    ),
    result(),
  );
}

function result(): HTMLElement {
  const good = state.check === 'ready' || state.check === 'opened';
  const words = state.check === 'running' ? texts.checking : state.check && texts.results[state.check];
  return element('p', { class: good ? 'result good' : 'result', role: 'status', hidden: !words }, words);
}

async function checkEnvironment(): Promise<typeof state.check> {
  const sdk = await loadSdk();
  if (!sdk) return 'sdk-missing';
  const status = await sdk.status();
  if (status.ok) return status.value.host;
  return status.error.code === 'EXTENSION_NOT_FOUND' ? 'absent' : 'refused';
}

async function openCounter(): Promise<typeof state.check> {
  const sdk = await loadSdk();
  if (!sdk) return 'sdk-missing';
  const opened = await sdk.openPanel();
  if (opened.ok) return 'opened';
  return opened.error.code === 'EXTENSION_NOT_FOUND' ? 'absent' : 'refused';
}
