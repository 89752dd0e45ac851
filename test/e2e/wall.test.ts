import { describe, expect, it } from 'vitest';
import { findViolations, sidewaysScroll } from '#test/support/accessibility.ts';
import { provideSite, RECUT_NIGHT } from '#test/support/site.ts';

const { site, missing } = await provideSite();

describe.skipIf(missing !== null)(`the wall in a browser${missing ? `: ${missing}` : ''}`, () => {
  if (!site) return;
  const { services, actor, clock } = site;

  const newWall = async () => {
    const { id } = await services.departments.get('HARBOR');
    return await services.walls.create(id, actor);
  };

  it('shows tonight to whoever has its address, without a session, and renews itself', async () => {
    const { secret } = await newWall();
    const page = await site.visit({ as: null });
    await page.clock.install({ time: RECUT_NIGHT });
    await page.goto(`/wall/${secret}`);
    const mercy = page.getByRole('region', { name: 'MERCY' });
    await mercy.getByText('Ambrose Greavesend Jr').first().waitFor();
    expect(await page.getByRole('time').or(page.locator('time')).first().textContent()).toBe('02:30');
    await page.getByRole('region', { name: 'On duty' }).getByText('Idris Crowhurst').waitFor();
    // Idris Crowhurst hands over at 04:00.
    clock.now = '2026-12-13T09:30:00Z';
    await page.clock.fastForward('02:00:00');
    await expect.poll(() => page.locator('time').first().textContent()).toBe('04:30');
    await page.getByText('asked at Sun 13 Dec, 04:30').waitFor();
    clock.now = RECUT_NIGHT;
  });

  it('says when it has lost touch, and goes on when it is back', async () => {
    const { secret } = await newWall();
    const page = await site.visit({ as: null });
    await page.clock.install({ time: RECUT_NIGHT });
    await page.goto(`/wall/${secret}`);
    await page.getByRole('region', { name: 'MERCY' }).waitFor();
    await page.context().setOffline(true);
    await page.clock.fastForward('03:00');
    await page
      .getByRole('alert')
      .getByText(/No answer from the server for \d+ min/)
      .waitFor();
    await page.context().setOffline(false);
    await page.clock.fastForward('01:00');
    await page.getByRole('alert').waitFor({ state: 'detached' });
  });

  it('shows nothing under an address that was revoked', async () => {
    const { wall, secret } = await newWall();
    await services.walls.revoke(wall.id, actor);
    const page = await site.visit({ as: null });
    await page.goto(`/wall/${secret}`);
    await page.getByText('There is no such display, or it was revoked.').waitFor();
    expect(await findViolations(page)).toEqual([]);
  });

  it.each(['wide', 'phone'] as const)('has no violations and no sideways scroll: %s', async (device) => {
    const { secret } = await newWall();
    for (const theme of ['light', 'dark'] as const) {
      const page = await site.visit({ device, theme, as: null });
      await page.goto(`/wall/${secret}`);
      await page.getByRole('region', { name: 'MERCY' }).waitFor();
      expect(await findViolations(page)).toEqual([]);
      expect(await sidewaysScroll(page)).toBe(0);
    }
  });
});
