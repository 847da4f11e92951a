import { ok } from '@certbridge/shared/contract/result.ts';
import { settled } from '@certbridge/shared/testing/settled.ts';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeWindow } from '../testing/fake-window.ts';
import { type Answer, openPageDoor } from './page-door.ts';

const REQUEST = { certbridge: 1, type: 'request', id: 'a', operation: 'hello', input: {} };
let page: FakeWindow;
/** What is to be called when the page's root element is another. */
let rootReplaced: () => void;

beforeEach(() => {
  page = new FakeWindow('https://portal.example.cn');
  vi.stubGlobal('window', page);
  vi.stubGlobal('location', page.location);
  vi.stubGlobal('document', {});
  vi.stubGlobal(
    'MutationObserver',
    class {
      constructor(callback: () => void) {
        rootReplaced = callback;
      }
      observe() {}
    },
  );
});

const answer: Answer = async ({ operation }) => ok({ operation });

describe('the door to the page', () => {
  it('answers the page itself, at its own origin only', async () => {
    openPageDoor(answer);
    page.receive({ data: REQUEST });
    await settled();
    expect(page.posted).toEqual([
      {
        message: { certbridge: 1, type: 'reply', id: 'a', result: { ok: true, value: { operation: 'hello' } } },
        targetOrigin: 'https://portal.example.cn',
      },
    ]);
  });

  it.each([
    ['another window, such as a frame in the page', { source: new FakeWindow('https://portal.example.cn') }],
    ['another origin', { origin: 'https://evil.example' }],
    ['an opaque origin', { origin: 'null' }],
    ['nobody', { source: null }],
  ])('does not hear %s', async (_, from) => {
    openPageDoor(answer);
    page.receive({ data: REQUEST, ...from });
    await settled();
    expect(page.posted).toEqual([]);
  });

  it('names an error of ours instead of leaving the page waiting', async () => {
    openPageDoor(async () => {
      throw new Error('inside');
    });
    page.receive({ data: REQUEST });
    await settled();
    expect(page.posted).toMatchObject([{ message: { result: { ok: false, error: { code: 'INTERNAL' } } } }]);
  });

  it('hears a page that wrote itself anew, and answers it once', async () => {
    openPageDoor(answer);
    rootReplaced();
    page.forgetListeners();
    rootReplaced();
    rootReplaced();
    page.receive({ data: REQUEST });
    await settled();
    expect(page.posted).toHaveLength(1);
  });

  it('does not let a page gone wild pile up work', async () => {
    let asked = 0;
    openPageDoor(() => {
      asked += 1;
      return new Promise(() => undefined);
    });
    for (let index = 0; index < 100; index += 1) page.receive({ data: { ...REQUEST, id: String(index) } });
    await settled();
    expect(asked).toBe(16);
    expect(page.posted).toHaveLength(84);
    expect(page.posted[0]).toMatchObject({ message: { result: { error: { code: 'TOO_MANY_REQUESTS' } } } });
  });
});
