import { beforeEach, describe, expect, it, vi } from 'vitest';
import { hasLeft, hasLeftGroup } from './has-left.ts';

class FakeNode {
  readonly #inside: readonly unknown[];

  constructor(inside: readonly unknown[] = []) {
    this.#inside = inside;
  }

  contains(node: unknown): boolean {
    return this.#inside.includes(node);
  }
}

const field = new FakeNode();
const neighbour = new FakeNode();
const elsewhere = new FakeNode();
const group = new FakeNode([field, neighbour]);

function blur(to: FakeNode | null) {
  return { target: field, currentTarget: group, relatedTarget: to } as unknown as FocusEvent & {
    currentTarget: Element;
  };
}

beforeEach(() => {
  vi.stubGlobal('Node', FakeNode);
  vi.stubGlobal('document', { activeElement: null });
});

describe('a field is left', () => {
  it('when the focus goes on', () => {
    expect(hasLeft(blur(elsewhere))).toBe(true);
  });

  it('but not when only the window loses it: somebody looks his number up', () => {
    vi.stubGlobal('document', { activeElement: field });
    expect(hasLeft(blur(null))).toBe(false);
  });
});

describe('a group is left', () => {
  it('when the focus goes out of it', () => {
    expect(hasLeftGroup(blur(elsewhere))).toBe(true);
    expect(hasLeftGroup(blur(null))).toBe(true);
  });

  it('but not from one of its own to the next', () => {
    expect(hasLeftGroup(blur(neighbour))).toBe(false);
  });
});
