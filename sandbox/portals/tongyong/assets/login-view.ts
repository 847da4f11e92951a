import { type Child, element } from './element.ts';
import { environmentCheck } from './environment-check.ts';
import { navigate } from './router.ts';
import { sendLogin } from './send-login.ts';
import { type LoginWay, state } from './state.ts';
import { english, texts } from './texts.ts';

const WAYS: readonly LoginWay[] = ['certificate', 'account'];

export function loginView(redraw: () => void): HTMLElement {
  return element('main', { class: 'split' }, story(), element('section', { class: 'stage' }, corner(), card(redraw)));
}

function story(): HTMLElement {
  const figures = texts.figures.map(([figure, label]) =>
    element('li', {}, element('b', {}, figure), element('span', {}, label)),
  );
  return element(
    'section',
    { class: 'story' },
    element('p', { class: 'brand' }, texts.name, element('small', {}, texts.demo)),
    element('h1', {}, texts.slogan),
    element('p', { class: 'promise' }, texts.promise),
    element('ul', { class: 'figures' }, ...figures),
    element('p', { class: 'notice' }, texts.notice),
  );
}

function corner(): HTMLElement {
  const other = english ? '/' : '/?lang=en';
  return element(
    'nav',
    { class: 'corner' },
    element('button', { type: 'button', id: 'browse', onclick: () => navigate('home') }, texts.browse),
    element('a', { href: `${other}${location.hash}`, hreflang: english ? 'zh-CN' : 'en' }, texts.otherLanguage),
  );
}

function card(redraw: () => void): HTMLElement {
  const submit = (event: Event) => {
    event.preventDefault();
    sendLogin(redraw);
  };
  return element(
    'div',
    { class: 'login-card' },
    element('h2', {}, texts.welcome),
    tabs(redraw),
    element(
      'form',
      { novalidate: true, onsubmit: submit },
      ...(state.way === 'account' ? accountFields() : certificateFields()),
      note(),
      element('button', { type: 'submit', id: 'submit', class: 'go' }, state.sending ? texts.sending : texts.submit),
      element(
        'p',
        { class: 'under' },
        element('a', { href: '#/login' }, texts.register),
        element('a', { href: '#/login' }, texts.trouble),
      ),
    ),
    environmentCheck(redraw),
    element('p', { class: 'time' }, `${texts.time} ${state.serverTime}`),
  );
}

function tabs(redraw: () => void): HTMLElement {
  const choose = (way: LoginWay) => {
    state.way = way;
    state.note = undefined;
    redraw();
  };
  const buttons = WAYS.map((way) =>
    element(
      'button',
      { type: 'button', id: `way-${way}`, 'aria-pressed': String(way === state.way), onclick: () => choose(way) },
      texts.ways[way],
    ),
  );
  return element('div', { class: 'ways', role: 'group' }, ...buttons);
}

function certificateFields(): Child[] {
  const chosen = state.drafts.get('certificate') ?? '';
  const option = (value: string, label: string) => element('option', { value, selected: value === chosen }, label);
  const choice = element(
    'select',
    { id: 'certificate', onchange: keepDraft },
    option('', texts.certificateEmpty),
    option('demo', texts.certificateDemo),
  );
  return [field('certificate', texts.certificate, choice), element('p', { class: 'hint' }, texts.certificateHint)];
}

function accountFields(): Child[] {
  const input = (id: string, type: string) =>
    element('input', { id, type, maxlength: '60', value: state.drafts.get(id) ?? '', oninput: keepDraft });
  return [
    field('account', texts.account, input('account', 'text')),
    field('password', texts.password, input('password', 'password')),
  ];
}

function field(id: string, label: string, control: HTMLElement): HTMLElement {
  return element('div', { class: 'field' }, element('label', { for: id }, label), control);
}

function keepDraft(event: Event): void {
  const { target } = event;
  if (target instanceof HTMLInputElement || target instanceof HTMLSelectElement)
    state.drafts.set(target.id, target.value);
}

function note(): Child {
  if (!state.note) return undefined;
  if (state.note.kind === 'received') return element('p', { class: 'note', role: 'status' }, texts.received);
  return element('p', { class: 'note fault', role: 'alert' }, texts.faults[state.note.fault]);
}
