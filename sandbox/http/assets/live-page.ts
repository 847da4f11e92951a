/** Keeps a page of arrivals true: with each event it is read again, and its list takes the place of the one shown. */
const { events } = document.body.dataset;

async function readAgain(): Promise<void> {
  const reply = await fetch(location.href);
  const fresh = new DOMParser().parseFromString(await reply.text(), 'text/html').querySelector('[data-live]');
  if (fresh) document.querySelector('[data-live]')?.replaceWith(document.adoptNode(fresh));
}

if (events !== undefined) {
  const source = new EventSource(events);
  source.addEventListener('arrived', () => void readAgain().catch(() => undefined));
  // What came while the connection was lost is shown when it is back.
  source.addEventListener('open', () => void readAgain().catch(() => undefined));
}
