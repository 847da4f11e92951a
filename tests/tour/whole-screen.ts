import type { Page } from 'playwright';

const WIDTH = 440;
const LEAST_HEIGHT = 760;

/** As narrow as in a portal, and as high as the screen is long: a picture shows all of it, with nothing to scroll. */
export async function wholeScreen(panel: Page): Promise<void> {
  await panel.setViewportSize({ width: WIDTH, height: LEAST_HEIGHT });
  const hidden = await panel.evaluate(() => {
    const scrollers = [...document.querySelectorAll('*')].filter((each) =>
      /auto|scroll/.test(getComputedStyle(each).overflowY),
    );
    return Math.max(0, ...scrollers.map((each) => each.scrollHeight - each.clientHeight));
  });
  await panel.setViewportSize({ width: WIDTH, height: LEAST_HEIGHT + hidden });
}
