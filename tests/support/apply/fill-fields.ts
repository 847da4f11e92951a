import type { Frame, Locator, Page } from 'playwright';

/** The panel in a portal, or in a tab of its own. */
export type Panel = Page | Frame;
/** Fills in one field of a form, found as people find it: by its words. */
export type Fill = (panel: Panel) => Promise<unknown>;

export async function fillFields(panel: Panel, fields: readonly Fill[]): Promise<void> {
  for (const fill of fields) await fill(panel);
}

export function fieldOf(panel: Panel, label: string): Locator {
  return panel.getByLabel(label, { exact: true });
}

export const typed =
  (label: string, text: string): Fill =>
  (panel) =>
    fieldOf(panel, label).fill(text);

export const chosen =
  (label: string, choice: string): Fill =>
  (panel) =>
    panel
      .getByRole('radiogroup', { name: beginsWith(label) })
      .getByRole('radio', { name: beginsWith(choice) })
      .check();

export const selected =
  (label: string, option: string): Fill =>
  (panel) =>
    fieldOf(panel, label).selectOption({ label: option });

/** In a list with a search: types something, and takes what is found. */
export const found =
  (label: string, search: string, option: string): Fill =>
  async (panel) => {
    await panel.getByRole('combobox', { name: label, exact: true }).fill(search);
    await panel.getByRole('option', { name: option, exact: true }).click();
  };

export const placed =
  (label: string, place: { readonly province: string; readonly city: string }): Fill =>
  async (panel) => {
    const group = panel.getByRole('group', { name: label });
    await group.getByLabel('省份').selectOption({ label: place.province });
    await group.getByLabel('城市').selectOption({ label: place.city });
  };

function beginsWith(text: string): RegExp {
  return new RegExp(`^${text.replaceAll(/[()（）.]/g, String.raw`\$&`)}`);
}
