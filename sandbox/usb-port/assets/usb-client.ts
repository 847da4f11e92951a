/** Keeps the page true: every change of the port arrives as an event, whoever made it. */
interface Key {
  readonly id: string;
  readonly plugged: boolean;
  readonly locked: boolean;
}

interface Answer {
  readonly ok: boolean;
  readonly error?: { readonly 'zh-CN': string; readonly en: string };
}

const status = document.querySelector<HTMLElement>('[data-status]');
const items = new Map<string, HTMLElement>();
for (const item of document.querySelectorAll<HTMLElement>('[data-key]')) items.set(item.dataset['key'] ?? '', item);

function say(text: string, kind: 'good' | 'bad'): void {
  if (!status) return;
  status.textContent = text;
  status.classList.toggle('bad', kind === 'bad');
}

function show({ id, plugged, locked }: Key): void {
  const item = items.get(id);
  if (!item) return;
  const changed = item.dataset['plugged'] !== String(plugged);
  item.dataset['plugged'] = String(plugged);
  item.dataset['locked'] = String(locked);
  if (changed) say(`${item.dataset['label'] ?? ''} ${plugged ? '已插入' : '已拔出'}`, 'good');
}

async function move(item: HTMLElement, button: HTMLButtonElement): Promise<void> {
  if (button.getAttribute('aria-busy') === 'true') return;
  const verb = item.dataset['plugged'] === 'true' ? 'pull' : 'plug';
  button.setAttribute('aria-busy', 'true');
  try {
    const reply = await fetch(`/usb/keys/${item.dataset['key'] ?? ''}/${verb}`, { method: 'POST' });
    const answer: Answer = await reply.json();
    if (answer.error) say(`${answer.error['zh-CN']} ${answer.error.en}`, 'bad');
  } catch {
    say('沙箱没有回应。请确认它还在运行，再点一次。 The sandbox does not answer. Check that it is running.', 'bad');
  } finally {
    button.removeAttribute('aria-busy');
  }
}

for (const item of items.values()) {
  const button = item.querySelector('button');
  button?.addEventListener('click', () => void move(item, button));
}

const events = new EventSource('/usb/events');
events.addEventListener('keys', (event: MessageEvent<string>) => {
  const { keys }: { keys: Key[] } = JSON.parse(event.data);
  for (const key of keys) show(key);
});
