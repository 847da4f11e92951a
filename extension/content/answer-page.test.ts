import { PAGE_PROTOCOL, pageContract } from '@certbridge/shared/contract/page.ts';
import { fail, ok } from '@certbridge/shared/contract/result.ts';
import { expect, it, vi } from 'vitest';
import { answerPage, type PagePowers } from './answer-page.ts';
import type { PageOperation } from './read-page-message.ts';

const STATUS = { extensionVersion: '1.2.3', host: 'ready' };

function page(powers: Partial<PagePowers> = {}) {
  const openPanel = vi.fn();
  const closePanel = vi.fn();
  const answer = answerPage({
    extensionVersion: '1.2.3',
    described: Promise.resolve(ok({})),
    extensionIsHere: () => true,
    status: async () => ok(STATUS),
    openPanel,
    closePanel,
    ...powers,
  });
  return { openPanel, closePanel, ask: (operation: PageOperation) => answer({ id: 'a', operation }), answer };
}

it.each(['hello', 'status', 'panel.open', 'panel.close'] as const)(
  'a portal is answered %s by contract',
  async (name) => {
    const result = await page().ask(name);
    expect(result.ok && pageContract[name].output.safeParse(result.value).success).toBe(true);
  },
);

it('a portal learns the version and the protocol of the contract', async () => {
  expect(await page().ask('hello')).toEqual(ok({ extensionVersion: '1.2.3', protocol: PAGE_PROTOCOL }));
});

it('the panel opens at the business that the portal names', async () => {
  const { answer, openPanel } = page();
  await answer({ id: 'a', operation: 'panel.open', business: 'renew' });
  expect(openPanel).toHaveBeenCalledExactlyOnceWith('renew');
});

it.each(['hello', 'status', 'panel.open'] as const)('a page that is no portal gets no %s', async (name) => {
  const refusal = fail('ORIGIN_NOT_REGISTERED');
  const { ask, openPanel } = page({ described: Promise.resolve(refusal) });
  expect(await ask(name)).toEqual(refusal);
  expect(openPanel).not.toHaveBeenCalled();
});

it('the panel can be folded away before it is known who the page is', async () => {
  const { ask, closePanel } = page({ described: new Promise(() => undefined) });
  expect(await ask('panel.close')).toEqual(ok({}));
  expect(closePanel).toHaveBeenCalledOnce();
});

it.each(['hello', 'status', 'panel.open'] as const)(
  'after an update of the extension under the page, %s says that the connection is lost',
  async (name) => {
    const { ask, openPanel } = page({ extensionIsHere: () => false });
    expect(await ask(name)).toEqual(fail('CONNECTION_LOST'));
    expect(openPanel).not.toHaveBeenCalled();
  },
);

it('nothing but a status reaches the page as one', async () => {
  expect(await page({ status: async () => ok({ ...STATUS, host: 'perhaps' }) }).ask('status')).toEqual(
    fail('REPLY_INVALID'),
  );
});
