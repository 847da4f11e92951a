import { element } from './element.ts';
import { navigate } from './router.ts';
import { english, texts } from './texts.ts';

export function homeView(): HTMLElement {
  const cards = texts.projects.map(([kind, name, deadline, budget]) =>
    element(
      'li',
      {},
      element('span', { class: 'kind' }, kind),
      element('b', {}, name),
      element('span', { class: 'until' }, `${texts.deadline} ${deadline}`),
      element('span', { class: 'budget' }, budget),
    ),
  );
  return element(
    'main',
    { class: 'home' },
    element(
      'header',
      {},
      element('p', { class: 'brand' }, texts.name, element('small', {}, texts.demo)),
      element('a', { href: `${english ? '/' : '/?lang=en'}${location.hash}` }, texts.otherLanguage),
      element(
        'button',
        { type: 'button', id: 'go-login', class: 'go', onclick: () => navigate('login') },
        texts.goLogin,
      ),
    ),
    element('h1', {}, texts.home),
    element('p', { class: 'lead' }, texts.homeLead),
    element('ul', { class: 'cards' }, ...cards),
  );
}
