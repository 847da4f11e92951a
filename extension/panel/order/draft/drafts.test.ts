import type { Clock } from '@certbridge/shared/rpc/clock.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { UNIT_APPLICATION } from '../../../ui/gallery/sample-application.ts';
import type { SealedDraft } from './draft-cipher.ts';
import { createDrafts, type DraftVault } from './drafts.ts';
import type { LocalDraft } from './local-draft.ts';

const HOUR_MS = 3_600_000;
let now = 0;
const clock: Clock = { now: () => now, after: () => () => undefined };

function newKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

interface OpenVault extends DraftVault {
  readonly kept: SealedDraft | undefined;
  put(sealed: SealedDraft): void;
}

function memoryVault(key: Promise<CryptoKey> = newKey()): OpenVault {
  let kept: SealedDraft | undefined;
  return {
    get kept() {
      return kept;
    },
    put(sealed) {
      kept = sealed;
    },
    key: () => key,
    load: async () => kept,
    async save(sealed) {
      kept = sealed;
    },
    async clear() {
      kept = undefined;
    },
  };
}

function draft(more: Partial<LocalDraft> = {}): LocalDraft {
  const begun = { begunAt: now, savedAt: now, channelId: 'shangqiu-ggzy' };
  return { ...begun, business: 'new-unit', page: 'unit', fields: UNIT_APPLICATION, ...more };
}

beforeEach(() => {
  now = Date.parse('2025-11-21T02:30:00Z');
});

describe('what this computer keeps of a form', () => {
  it('comes back as it was typed', async () => {
    const drafts = createDrafts(memoryVault(), clock);
    await drafts.keep(draft());
    expect(await drafts.read()).toEqual(draft());
  });

  it('shows nobody anything: not a name, not a number, not the token', async () => {
    const vault = memoryVault();
    const order = { id: crypto.randomUUID(), number: '251121-00042', token: 'T'.repeat(43) };
    await createDrafts(vault, clock).keep(draft({ order }));
    const stored = new TextDecoder('latin1').decode(vault.kept?.data);
    for (const secret of ['13800138001', '11010519491231002X', 'operator@', order.token]) {
      expect(stored).not.toContain(secret);
    }
  });

  it('is sealed differently each time', async () => {
    const vault = memoryVault();
    const drafts = createDrafts(vault, clock);
    await drafts.keep(draft());
    const before = vault.kept;
    await drafts.keep(draft());
    expect(vault.kept?.iv).not.toEqual(before?.iv);
  });

  it('cannot be opened with another key', async () => {
    const vault = memoryVault();
    await createDrafts(vault, clock).keep(draft());
    const other = memoryVault();
    if (vault.kept) other.put(vault.kept);
    expect(await createDrafts(other, clock).read()).toBeUndefined();
    expect(other.kept, 'what nobody can read is thrown away').toBeUndefined();
  });

  it('cannot be prolonged', async () => {
    const vault = memoryVault();
    const drafts = createDrafts(vault, clock);
    await drafts.keep(draft());
    if (vault.kept) vault.put({ ...vault.kept, until: vault.kept.until + 24 * HOUR_MS });
    expect(await drafts.read()).toBeUndefined();
  });

  it('is gone a day after it was begun, however lately it was saved', async () => {
    const vault = memoryVault();
    const drafts = createDrafts(vault, clock);
    const begun = draft();
    now += 23 * HOUR_MS;
    await drafts.keep({ ...begun, savedAt: now });
    expect(await drafts.read()).toBeDefined();
    now += 2 * HOUR_MS;
    expect(await drafts.read()).toBeUndefined();
    expect(vault.kept).toBeUndefined();
  });

  it('is not kept at all when its day is over', async () => {
    const vault = memoryVault();
    await createDrafts(vault, clock).keep(draft({ begunAt: now - 25 * HOUR_MS }));
    expect(vault.kept).toBeUndefined();
  });

  it('is forgotten when asked', async () => {
    const drafts = createDrafts(memoryVault(), clock);
    await drafts.keep(draft());
    await drafts.forget();
    expect(await drafts.read()).toBeUndefined();
  });

  it('is the last of two quick writes', async () => {
    const drafts = createDrafts(memoryVault(), clock);
    await Promise.all([drafts.keep(draft({ page: 'unit' })), drafts.keep(draft({ page: 'product' }))]);
    expect(await drafts.read()).toMatchObject({ page: 'product' });
  });

  it('is simply not there where the browser keeps nothing', async () => {
    const closed = () => Promise.reject(new Error('storage is off'));
    const drafts = createDrafts({ key: newKey, load: closed, save: closed, clear: closed }, clock);
    await drafts.keep(draft());
    expect(await drafts.read()).toBeUndefined();
    await drafts.forget();
  });
});
