import type { Page } from 'playwright';
import { expect } from '../patient-expect.ts';

/** More than any page of the form has. */
const MOST_STOPS = 60;

/** A person with a keyboard and nothing else. */
export class Keyboard {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Tab, until the focus is on what has this name. */
  async tabTo(name: RegExp): Promise<void> {
    for (let stop = 0; stop < MOST_STOPS; stop += 1) {
      await this.#page.keyboard.press('Tab');
      if (name.test(await this.#focused())) return;
    }
    throw new Error(`Tab does not come to ${name}`);
  }

  async type(name: RegExp, text: string): Promise<void> {
    await this.tabTo(name);
    await this.#page.keyboard.type(text);
  }

  /** A list of choices is one stop; the arrows choose. */
  async choose(group: RegExp, arrows: number): Promise<void> {
    await this.tabTo(group);
    await this.#page.keyboard.press('Space');
    for (let step = 0; step < arrows; step += 1) await this.#page.keyboard.press('ArrowDown');
  }

  /** In a native list each arrow is the next option. */
  async select(name: RegExp, arrows: number): Promise<void> {
    await this.tabTo(name);
    for (let step = 0; step < arrows; step += 1) await this.#page.keyboard.press('ArrowDown');
  }

  async press(name: RegExp): Promise<void> {
    await this.tabTo(name);
    await this.#page.keyboard.press('Enter');
  }

  async isAt(title: string): Promise<void> {
    await expect(this.#page.getByRole('heading', { level: 1, name: title })).toBeFocused();
  }

  /** What a screen reader would say of it: its label, or its own words. */
  #focused(): Promise<string> {
    return this.#page.evaluate(() => {
      const at = document.activeElement;
      const labels = at && 'labels' in at ? [...((at.labels as NodeListOf<HTMLElement>) ?? [])] : [];
      const named = labels.map((label) => label.innerText).join(' ');
      return `${at?.getAttribute('aria-label') ?? ''}${named || (at instanceof HTMLElement ? at.innerText : '')}`.trim();
    });
  }
}
