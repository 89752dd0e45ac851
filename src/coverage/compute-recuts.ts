/**
 * R4, told of a change: in which hours are the positions of a category cut otherwise than before?
 *
 * ON2 of 18 April goes from Grantham to Dunmore, who reads body only: from 01:00 to 08:00 the scenario of the night is BODY
 * where it was NEURO, and ON1 and ON2 hold ON Neuro and ON Body. With Dunmore on for 01:00-04:00 only, until 04:00.
 */
import type { LocalDate } from '../domain/local-date.ts';
import type { Category, Scenario } from '../domain/shift-type.ts';
import type { EpochMinute } from '../domain/zone-clock.ts';
import type { StudyTimeline } from './study-timeline.ts';

export interface Recut {
  scheduleDate: LocalDate;
  category: Category;
  from: EpochMinute;
  to: EpochMinute;
  before: Scenario;
  after: Scenario;
}

interface Stretch {
  date: LocalDate;
  category: Category;
  from: EpochMinute;
  to: EpochMinute;
  scenario: Scenario;
}

/** By time. Both must be of the same dates; a flat list is never cut. */
export function computeRecuts(before: StudyTimeline, after: StudyTimeline): Recut[] {
  const [was, is] = [stretchesOf(before), stretchesOf(after)];
  const recuts = [...is].flatMap(([key, stretches]) => recutsOf(was.get(key) ?? [], stretches));
  return recuts.sort((a, b) => a.from - b.from || (a.category < b.category ? -1 : 1));
}

/** Of each date and category the hours in which its windows list studies, with the scenario in force, each once. */
function stretchesOf(timeline: StudyTimeline): Map<string, Stretch[]> {
  const found = new Map<string, Map<string, Stretch>>();
  for (const cell of [...timeline.values()].flat()) {
    const { date, from, to, scenario, demand } = cell;
    if (scenario === null || !('rule' in demand.source)) continue;
    const { category } = demand.source.rule;
    const ofCategory = found.get(`${date} ${category}`) ?? new Map<string, Stretch>();
    found.set(`${date} ${category}`, ofCategory);
    ofCategory.set(`${from} ${to} ${scenario}`, { date, category, from, to, scenario });
  }
  return new Map([...found].map(([key, stretches]) => [key, [...stretches.values()]]));
}

function recutsOf(was: readonly Stretch[], is: readonly Stretch[]): Recut[] {
  const cuts = [...new Set([...was, ...is].flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  const recuts: Recut[] = [];
  cuts.slice(0, -1).forEach((from, n) => {
    const to = cuts[n + 1] ?? from;
    const [old, now] = [was, is].map((stretches) => stretches.find((s) => s.from <= from && from < s.to));
    if (!old || !now || old.scenario === now.scenario) return;
    const { date: scheduleDate, category } = now;
    const recut = { scheduleDate, category, from, to, before: old.scenario, after: now.scenario };
    const last = recuts.at(-1);
    if (last && last.to === from && last.after === recut.after) last.to = to;
    else recuts.push(recut);
  });
  return recuts;
}
