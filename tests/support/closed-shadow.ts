import type { CDPSession, Page } from 'playwright';
import { expect } from 'playwright/test';

interface Found {
  readonly backendDOMNodeId: number;
  readonly name: string;
}

/**
 * Our button lives in a closed shadow root, which page scripts (and test selectors) can't enter. People and screen readers
 * can: it is found as they find it, through the browser's accessibility tree, and pressed where it is drawn.
 */
export class ClosedShadow {
  readonly #page: Page;
  readonly #session: Promise<CDPSession>;

  constructor(page: Page) {
    this.#page = page;
    this.#session = page.context().newCDPSession(page);
  }

  async buttons(name: RegExp): Promise<Found[]> {
    const session = await this.#session;
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    return nodes
      .filter((node) => !node.ignored && node.role?.value === 'button' && name.test(String(node.name?.value)))
      .flatMap((node) =>
        node.backendDOMNodeId === undefined
          ? []
          : [{ backendDOMNodeId: node.backendDOMNodeId, name: String(node.name?.value) }],
      );
  }

  /** Exactly one such button: a page that redraws itself must not collect them. */
  async theButton(name: RegExp): Promise<Found> {
    let found: Found[] = [];
    await expect(async () => {
      found = await this.buttons(name);
      expect(found.map((button) => button.name)).toHaveLength(1);
    }).toPass({ timeout: 15_000 });
    return found[0] as Found;
  }

  async press(name: RegExp): Promise<void> {
    const session = await this.#session;
    await expect(async () => {
      const { backendDOMNodeId } = await this.theButton(name);
      await session.send('DOM.scrollIntoViewIfNeeded', { backendNodeId: backendDOMNodeId });
      const { model } = await session.send('DOM.getBoxModel', { backendNodeId: backendDOMNodeId });
      const [left = 0, top = 0, , , right = 0, bottom = 0] = model.border;
      expect(right - left, 'the button is drawn').toBeGreaterThan(100);
      await this.#page.mouse.click((left + right) / 2, (top + bottom) / 2);
    }).toPass({ timeout: 15_000 });
  }
}
