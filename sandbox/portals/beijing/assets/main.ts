const dialog = document.querySelector('dialog');

const ACTS: Readonly<Record<string, () => void>> = {
  'open-dialog': () => dialog?.showModal(),
  'close-dialog': () => dialog?.close(),
  dismiss: () => document.querySelector('.bj-banner')?.remove(),
};

document.addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest('button') : null;
  ACTS[button?.dataset['act'] ?? '']?.();
  if (button?.dataset['way']) chooseWay(button, button.dataset['way']);
});

function chooseWay(tab: HTMLElement, way: string): void {
  const box = tab.closest('.bj-login');
  const hidden = box?.querySelector<HTMLInputElement>('.bj-way');
  if (!box || !hidden) return;
  hidden.value = way;
  for (const each of box.querySelectorAll<HTMLElement>('[data-way]')) {
    each.setAttribute('aria-pressed', String(each === tab));
  }
  for (const each of box.querySelectorAll<HTMLElement>('[data-fields]')) each.hidden = each.dataset['fields'] !== way;
}
