import type { Page } from 'playwright-core';

export interface Scrolled {
  /** Milliseconds that the page's own thread was busy at once, at most; 0 where no task was long (50 ms). */
  longestTask: number;
  /** Pixels in all. */
  distance: number;
}

/** Half a screen a frame, as a hand on a touchpad does. */
const STEP = 700;

/** Scrolls the board from the dates in view to the last, frame by frame, and back to the first. */
export async function scrollBoard(page: Page): Promise<Scrolled> {
  await page.locator('.board-frame [role="gridcell"]').first().waitFor();
  return await page.evaluate<Scrolled>(`new Promise((resolve) => {
    const frame = document.querySelector('.board-frame');
    const tasks = [0];
    const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries().map((entry) => entry.duration)));
    observer.observe({ type: 'longtask' });
    let distance = 0;
    let step = ${STEP};
    const move = () => {
      const before = frame.scrollLeft;
      frame.scrollLeft += step;
      distance += Math.abs(frame.scrollLeft - before);
      if (frame.scrollLeft !== before) return requestAnimationFrame(move);
      if (step > 0) {
        step = -step;
        return requestAnimationFrame(move);
      }
      setTimeout(() => {
        tasks.push(...observer.takeRecords().map((entry) => entry.duration));
        observer.disconnect();
        resolve({ longestTask: Math.max(...tasks), distance });
      }, 300);
    };
    requestAnimationFrame(move);
  })`);
}
