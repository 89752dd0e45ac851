import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

/** WCAG 2.2 AA, as far as a program can judge. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe finds against the page as it is shown now: the rule, and the first places. Empty where all is well. */
export async function findViolations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const options = JSON.stringify({ runOnly: RULES, resultTypes: ['violations'] });
  const { violations } = await page.evaluate<AxeResults>(`axe.run(document, ${options})`);
  return violations.map(({ id, help, nodes }) => {
    const places = nodes
      .slice(0, 3)
      .map(({ target, html, failureSummary }) => `${target} ${html} ${failureSummary}`);
    return `${id} (${help}): ${places.join(' | ')}`;
  });
}

/** How far the page scrolls sideways, in pixels: nothing should. */
export const sidewaysScroll = (page: Page): Promise<number> =>
  page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');

/** The words of whatever has the focus. */
export const focusedText = (page: Page): Promise<string> =>
  page.evaluate<string>('document.activeElement?.textContent ?? ""');
