/**
 * What stands against promoting a version (R8): one message a cause, with its dates.
 *
 * ON2 is `---` on 24 April: one MANDATORY_UNCOVERED for ON2, with that date and its number of shifts. A body-only Mid3 who
 * would have to read CT Neuro: one SPECIALTY_MISMATCH for the person and position.
 */
import type { ScheduleFacts } from '../domain/coverage-facts.ts';
import type { LocalDate } from '../domain/local-date.ts';
import { error, type ValidationMessage, warning } from '../domain/validation.ts';
import { datesText, groupBy, sortedDates } from './dates-text.ts';
import type { Gap } from './gap.ts';
import type { InstanceCoverage } from './instance-coverage.ts';
import type { ShiftHolders } from './shift-holders.ts';
import { studiesText } from './studies-text.ts';

export function coverageMessages(
  instances: readonly InstanceCoverage[],
  gaps: readonly Gap[],
  facts: ScheduleFacts,
  holders: ShiftHolders,
): ValidationMessage[] {
  return [
    ...uncovered(instances, holders),
    ...mismatched(instances, gaps, facts),
    ...gapsWithoutInstance(instances, gaps, facts),
  ];
}

function uncovered(instances: readonly InstanceCoverage[], holders: ShiftHolders): ValidationMessage[] {
  const open = instances.filter((i) => i.state !== 'FULL');
  const groups = groupBy(open, (i) =>
    [i.instance.shiftType, i.state, String(i.instance.mandatory)].join('|'),
  );
  return groups.map((group) => {
    const [{ instance, state }] = group;
    const { shiftType, mandatory } = instance;
    const dates = sortedDates(group.map((i) => i.instance.date));
    const why =
      state === 'UNCOVERED'
        ? whyOpen(dates, shiftType, holders)
        : 'is held by too few people or for a part of its hours';
    const place = { shiftType, state, dates, shifts: group.length };
    const text =
      `${shiftType} ${why} on ${datesText(dates)}: ${group.length} ${mandatory ? 'mandatory' : 'optional'} ` +
      `${group.length === 1 ? 'shift is' : 'shifts are'} not covered. Fill the position on the roster or assign somebody by hand.`;
    return mandatory
      ? error('MANDATORY_UNCOVERED', text, [shiftType, state], place)
      : warning('INSUFFICIENT_COVERAGE', text, [shiftType, state], place);
  });
}

function whyOpen(
  dates: readonly LocalDate[],
  shiftType: InstanceCoverage['instance']['shiftType'],
  holders: ShiftHolders,
): string {
  const vacant = dates.every((date) => holders.entriesOf(date, shiftType).length > 0);
  return vacant ? 'is vacant (---)' : 'has nobody on the roster';
}

function mismatched(
  instances: readonly InstanceCoverage[],
  gaps: readonly Gap[],
  facts: ScheduleFacts,
): ValidationMessage[] {
  const pairs = instances
    .filter((i) => i.mismatched.length > 0)
    .flatMap((i) => i.mismatched.map((personId) => ({ ...i, personId })));
  const unfit = gaps.filter((gap) => gap.cause === 'SPECIALTY_MISMATCH');
  const blocks = (i: InstanceCoverage): boolean => i.instance.mandatory && i.withoutAdmitted;
  const groups = groupBy(pairs, (i) => [i.personId, i.instance.shiftType, String(blocks(i))].join('|'));
  return groups.flatMap((group) => {
    const [first] = group;
    const reader = facts.readers.get(first.personId);
    if (!reader) return [];
    const { name, email, specialty } = reader;
    const { shiftType } = first.instance;
    const dates = sortedDates(group.map((i) => i.instance.date));
    const onDates = new Set(dates);
    const ofPerson = unfit.filter((gap) => gap.person === name && onDates.has(gap.scheduleDate));
    const labels =
      ofPerson.length > 0
        ? ofPerson.map((g) => g.label)
        : group.map((i) => `${i.instance.hospital} ${i.instance.studyType}`);
    const studies = [...new Set(labels)].sort();
    const text =
      `${name} (${specialty}) may not read ${studiesText(studies)} on ${datesText(dates)}. ` +
      'Give the position to somebody who may, or correct the specialty.';
    const place = { person: name, email, shiftType, dates, studies, shifts: group.length };
    const say = blocks(first) ? error : warning;
    return [say('SPECIALTY_MISMATCH', text, [email, shiftType], place)];
  });
}

/**
 * Gaps of a matrix that no shift instance stands for: two body-only readers on one pair leave nobody for the neuro position
 * (R4) though every shift has its person, and a sheet of scenario BODY may list a study that the standard sheet does not.
 */
function gapsWithoutInstance(
  instances: readonly InstanceCoverage[],
  gaps: readonly Gap[],
  facts: ScheduleFacts,
): ValidationMessage[] {
  if (facts.layout === 'list') return [];
  const open = instances.filter((i) => i.state !== 'FULL').map((i) => i.instance.date + i.instance.shiftType);
  const named = instances
    .filter((i) => i.mismatched.length > 0)
    .flatMap((i) => i.mismatched.map((id) => `${i.instance.date}${facts.readers.get(id)?.name}`));
  const said = new Set([...open, ...named]);
  const empty = gaps.filter(
    (g) => g.cause === 'POSITION_EMPTY' && !said.has(`${g.scheduleDate}${g.position}`),
  );
  const unfit = gaps.filter(
    (g) => g.cause === 'SPECIALTY_MISMATCH' && !said.has(`${g.scheduleDate}${g.person}`),
  );
  return [
    ...groupBy(empty, (gap) => String(gap.position)).map((group) => {
      const position = String(group[0].position);
      const { dates, studies } = placeOf(group);
      const text =
        `Nobody holds ${position} on ${datesText(dates)}, so ${studiesText(studies)} ` +
        `${studies.length === 1 ? 'has' : 'have'} no reader. Put somebody who reads these studies on the shift.`;
      return warning('INSUFFICIENT_COVERAGE', text, [position], { position, dates, studies });
    }),
    ...groupBy(unfit, (gap) => `${gap.person}|${gap.position}`).map((group) => {
      const [{ person, position }] = group;
      const { dates, studies } = placeOf(group);
      const email = [...facts.readers.values()].find((reader) => reader.name === person)?.email;
      const text =
        `${person} holds ${position} on ${datesText(dates)} and may not read ${studiesText(studies)}. ` +
        'Give the position to somebody who may, or correct the specialty.';
      return warning('SPECIALTY_MISMATCH', text, [String(email), String(position)], {
        ...{ person, email, position, dates, studies },
      });
    }),
  ];
}

function placeOf(gaps: readonly Gap[]): { dates: LocalDate[]; studies: string[] } {
  return {
    dates: sortedDates(gaps.map((gap) => gap.scheduleDate)),
    studies: [...new Set(gaps.map((gap) => gap.label))].sort(),
  };
}
