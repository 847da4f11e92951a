import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refused } from '../token/worker/refused.ts';
import { Cut, PaperToken, type PaperTokenOptions } from './testing/paper-token.ts';
import { type Unlocking, type UnlockSession, unlockToken } from './unlock-token.ts';

const [FIRST, NEXT] = ['first-so-pin', 'next-so-pin'] as const;
const PIN = '482917';
const TOKEN = { soPin: FIRST, soTries: 3 };

/** Custody, as the service keeps it: `next` is made once, and every release is counted. */
function custody(token: PaperToken, pins = { current: FIRST as string, next: NEXT as string }) {
  let release = 0;
  return {
    lose() {
      release += 1;
    },
    attempt({ newPin = PIN, cut = Number.POSITIVE_INFINITY, computer = 0 } = {}) {
      release += 1;
      token.cutAfter(cut);
      try {
        const unlocking = { serial: 'A1', pins: { generation: 1, ...pins, release }, newPin };
        return unlocked(token.session(), { ...unlocking, notes: token.notes(release, computer) });
      } catch (cause) {
        if (cause instanceof Cut) return 'cut' as const;
        throw cause;
      } finally {
        token.cutAfter(Number.POSITIVE_INFINITY);
      }
    },
  };
}

function unlocked(session: UnlockSession, unlocking: Unlocking) {
  try {
    return { ok: true, value: unlockToken(session, unlocking) };
  } catch (cause) {
    if (cause instanceof Refused) return cause.failed;
    throw cause;
  }
}

describe('a locked key', () => {
  it('is given the new password and the next administrator password, and proves both', () => {
    const token = new PaperToken(TOKEN);
    expect(custody(token).attempt()).toEqual({ ok: true, value: { after: { state: 'ok' }, rotated: true } });
    expect([token.pin, token.soPin]).toEqual([PIN, NEXT]);
    expect(token.calls.filter((call) => call !== 'status' && call !== 'note')).toEqual([
      'login administrator',
      'initPin',
      'setPin',
      'logout',
      'login user',
      'logout',
      'login administrator',
      'logout',
    ]);
  });

  it('costs no wrong try when custody is sure', () => {
    const token = new PaperToken({ ...TOKEN, soPin: NEXT });
    expect(custody(token).attempt()).toMatchObject({ error: { code: 'SO_PIN_WRONG' } });
    expect(token.fewestSoTries).toBe(2);
  });

  it('that has none of the two passwords is left alone before it locks, on this and every later attempt', () => {
    for (const wrongShowsAt of ['login', 'initPin'] as const) {
      for (const tellsTries of [true, false]) {
        const token = new PaperToken({ ...TOKEN, soPin: 'somebody else’s', tellsTries, wrongShowsAt });
        const { attempt } = custody(token);
        for (let round = 0; round < 10; round += 1) {
          expect(attempt()).toMatchObject({ error: { code: 'SO_PIN_WRONG' } });
        }
        expect(token.soTriesLeft).toBe(1);
      }
    }
  });

  it('whose administrator password is locked is not tried', () => {
    const token = new PaperToken({ ...TOKEN, soTries: 0 });
    expect(custody(token).attempt()).toMatchObject({ error: { code: 'SO_PIN_LOCKED' } });
    expect(token.calls).toEqual(['status', 'status']);
  });

  it('keeps its old administrator password when the driver only says that it changed it', () => {
    const token = new PaperToken({ ...TOKEN, liesAtSetPin: true });
    expect(custody(token).attempt()).toEqual({ ok: true, value: { after: { state: 'ok' }, rotated: false } });
    expect([token.pin, token.soPin, token.soTriesLeft]).toEqual([PIN, FIRST, 3]);
  });
});

describe('before the key is touched', () => {
  it.each([
    ['12345', 'PIN_LENGTH'],
    ['123456', 'PIN_TRIVIAL'],
    ['880512', 'PIN_TRIVIAL'],
  ])('the new password %s is refused: %s', (newPin, code) => {
    const token = new PaperToken(TOKEN);
    const pins = { generation: 1, current: FIRST, next: NEXT, release: 1 };
    const unlocking = { serial: 'A1', pins, newPin, birthday: '19880512', notes: token.notes(1) };
    expect(unlocked(token.session(), unlocking)).toMatchObject({ error: { code } });
    expect(token.calls).toEqual(['status']);
  });

  it('another key in its place is refused', () => {
    const token = new PaperToken(TOKEN);
    token.serial = 'B2';
    expect(custody(token).attempt()).toMatchObject({ error: { code: 'KEY_CHANGED' } });
    expect(token.calls).toEqual(['status']);
  });
});

it('a key that was swapped after the login is not given the administrator password of the first', () => {
  const token = new PaperToken(TOKEN);
  const session = token.session();
  const swapping = {
    ...session,
    initPin: (pin: string) => {
      session.initPin(pin);
      token.serial = 'B2';
    },
  };
  const pins = { generation: 1, current: FIRST, next: NEXT, release: 1 };
  const unlocking = { serial: 'A1', pins, newPin: PIN, notes: token.notes(1) };
  expect(unlocked(swapping, unlocking)).toMatchObject({ error: { code: 'KEY_CHANGED' } });
  expect(token.calls).not.toContain('setPin');
});

/** How many moments one whole unlocking has. */
function momentsOf(options: PaperTokenOptions): number {
  const token = new PaperToken(options);
  const { attempt } = custody(token);
  const plenty = 10_000;
  const before = attempt({ cut: plenty });
  expect(before).toMatchObject({ ok: true });
  return token.calls.length * 2;
}

const KINDS = [true, false].flatMap((tellsTries) =>
  (['login', 'initPin'] as const).map((wrongShowsAt) => ({ tellsTries, wrongShowsAt })),
);

describe.each(KINDS)('cut at any moment (tells tries: $tellsTries, wrong shows at: $wrongShowsAt)', (kind) => {
  it('the resumed unlocking succeeds, with at most one wrong try on the way', () => {
    const options = { ...TOKEN, ...kind };
    for (let cut = 0; cut <= momentsOf(options); cut += 1) {
      const token = new PaperToken(options);
      const { attempt } = custody(token);
      attempt({ newPin: '739164', cut });
      expect(attempt(), `cut after ${cut} moments`).toMatchObject({ ok: true, value: { rotated: true } });
      expect([token.pin, token.soPin]).toEqual([PIN, NEXT]);
      expect(token.fewestSoTries).toBeGreaterThanOrEqual(options.soTries - 1);
    }
  });

  it('again and again, wherever each time: the administrator password does not lock', () => {
    // Without the key's flags, a try that was noted and one that was made look the same; three times that is no matter.
    const maxLength = kind.tellsTries ? 30 : 3;
    fc.assert(
      fc.property(fc.array(fc.nat(40), { maxLength }), fc.constantFrom(FIRST, NEXT), (cuts, soPin) => {
        const token = new PaperToken({ ...TOKEN, ...kind });
        const { attempt, lose } = custody(token);
        // Released before, so that both are possible from the start.
        lose();
        token.soPin = soPin;
        for (const cut of cuts) attempt({ cut });
        expect(attempt()).toMatchObject({ ok: true, value: { rotated: true } });
        expect(token.fewestSoTries).toBeGreaterThanOrEqual(kind.tellsTries ? 2 : 1);
      }),
      { numRuns: 3_000 },
    );
  });
});

it('on several computers in turn, with releases that reach none, no history of cuts ends with a lock', () => {
  const history = fc.array(fc.record({ cut: fc.nat(40), computer: fc.nat(3) }), { maxLength: 30 });
  fc.assert(
    fc.property(history, fc.constantFrom(FIRST, NEXT), (attempts, soPin) => {
      const token = new PaperToken({ ...TOKEN, soTries: 5 });
      const { attempt, lose } = custody(token);
      lose();
      token.soPin = soPin;
      for (const made of attempts) made.computer === 3 ? lose() : attempt(made);
      expect(attempt()).toMatchObject({ ok: true, value: { rotated: true } });
      expect(token.fewestSoTries).toBeGreaterThanOrEqual(1);
    }),
    { numRuns: 5_000 },
  );
});
