import { askExtension } from '../support/ask-extension.ts';
import { ClosedShadow } from '../support/closed-shadow.ts';
import { APPLY_BUTTON } from '../support/open-desk.ts';
import { expect, test } from '../support/world-test.ts';

const hello = { type: 'request', id: 'a', operation: 'hello', input: {} };

test('a site that is not registered gets no button, no answer and no panel', async ({ world, desk }) => {
  const stranger = await desk.context.newPage();
  await stranger.goto(world.sandbox.url);
  expect(await askExtension(stranger, hello)).toBeNull();
  expect(await new ClosedShadow(stranger).buttons(APPLY_BUTTON)).toEqual([]);

  const registered = await desk.openPortal('shangqiu');
  const panel = await desk.openPanel(registered);
  await stranger.evaluate((address) => {
    const frame = document.createElement('iframe');
    frame.src = address;
    document.body.append(frame);
  }, panel.url());
  await expect(async () => {
    const [, framed] = stranger.frames();
    expect(framed?.url() ?? '', 'the frame is refused').toMatch(/^chrome-error:/);
  }).toPass();
});

test('a registered portal inside a frame of another page gets nothing', async ({ world, desk }) => {
  const stranger = await desk.context.newPage();
  await stranger.goto(world.sandbox.url);
  const portal = world.sandbox.portals.find(({ id }) => id === 'shangqiu');
  await stranger.setContent(`<iframe src="${portal?.url}" width="900" height="700"></iframe>`);
  const framed = stranger.frameLocator('iframe');
  await expect(framed.getByText('交易主体登录')).toBeVisible();
  const inner = stranger.frames()[1];
  if (!inner) throw new Error('no frame');
  expect(await askExtension(inner, hello)).toBeNull();
});

test('a portal may ask what the contract names, and nothing else', async ({ desk }) => {
  const page = await desk.openPortal('shangqiu');
  await new ClosedShadow(page).theButton(APPLY_BUTTON);
  expect(await askExtension(page, hello)).toMatchObject({ result: { ok: true, value: { protocol: 1 } } });
  expect(await askExtension(page, { ...hello, id: 'b', operation: 'status' })).toMatchObject({
    result: { ok: true, value: { host: 'ready' } },
  });
  const forged = [
    { message: { ...hello, id: 'c', operation: 'keys.list' }, code: 'OPERATION_UNKNOWN' },
    { message: { ...hello, id: 'd', operation: '__proto__' }, code: 'OPERATION_UNKNOWN' },
    { message: { ...hello, id: 'e', origin: 'https://bank.example' }, code: 'MESSAGE_MALFORMED' },
    { message: { ...hello, id: 'f', operation: 'panel.open', input: { business: 'sell' } }, code: 'INPUT_INVALID' },
    { message: { ...hello, id: 'g', input: { padding: 'x'.repeat(9_000) } }, code: 'MESSAGE_MALFORMED' },
  ];
  for (const { message, code } of forged) {
    expect(await askExtension(page, message)).toMatchObject({ result: { ok: false, error: { code } } });
  }
});
