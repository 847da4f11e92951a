import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { PAGE_TOKENS } from './tokens.ts';

/** A formatter may write the same value in other words: `.10` for `0.1`, a selector over two lines. */
const plain = (css: string) =>
  css.replaceAll(/\s+/g, ' ').replaceAll(/(?<![\w#.-])\d*\.\d+/g, (number) => String(Number(number)));
const css = plain(readFileSync(new URL(import.meta.resolve('@certbridge/shared/design/tokens.css')), 'utf8'));

it.each(PAGE_TOKENS)(
  'the roles in partner pages have the values of shared/design/tokens.css: $when',
  ({ when, roles }) => {
    const start = css.indexOf(when ? `@media ${when} {` : ':root, :host {');
    expect(start).toBeGreaterThanOrEqual(0);
    const first = css.indexOf('--cb-', start);
    const block = css.slice(first, css.indexOf('}', first));
    const values = new Map([...block.matchAll(/--cb-([\w-]+): ([^;]+);/g)].map(([, role, value]) => [role, value]));
    for (const [role, value] of Object.entries(roles)) expect([role, values.get(role)]).toEqual([role, plain(value)]);
  },
);
