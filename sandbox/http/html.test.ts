import { expect, test } from 'vitest';
import { html } from './html.ts';

test('a value can never become markup, in text or in an attribute', () => {
  const bad = `"><script>alert('1')</script>&`;
  const { text } = html`<p title="${bad}">${bad}</p>`;
  expect(text).not.toContain('<script>');
  expect(text.match(/"/g)).toHaveLength(2);
});

test('markup goes into markup as it is, also in lists, and what is not there leaves nothing', () => {
  const items = ['a', 'b'].map((item) => html`<li>${item}</li>`);
  expect(html`<ul>${items}${false}${undefined}${0}</ul>`.text).toBe('<ul><li>a</li><li>b</li>0</ul>');
});
