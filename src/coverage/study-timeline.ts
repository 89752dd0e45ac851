/**
 * R7 and R9: for each study at each hospital, a time line of who reads it and why, or of the gap's cause.
 *
 * On a Saturday `Mid Weekend … 5 pm - 12 am` and `Mid Weekend 10pm-Midnight` both list Allen US: until 22:00 the first
 * decides, from 22:00 the narrower second. CPMC CT Chest stands only in the first, which then decides until midnight. A row
 * without a mark decides too: the study has no reader (NO_RULE).
 */
import { clockMinutes, spanText } from '../domain/clock-time.ts';
import type { Reader, ScheduleFacts, ShiftInstance } from '../domain/coverage-facts.ts';
import { eachDate, type LocalDate } from '../domain/local-date.ts';
import type { Scenario } from '../domain/shift-type.ts';
import { admits, mayRead, type Specialty } from '../domain/specialty.ts';
import { studyKey } from '../domain/study.ts';
import type { EpochMinute, ZoneClock } from '../domain/zone-clock.ts';
import type { PositionHolder } from './scenario.ts';
import type { ShiftHolders } from './shift-holders.ts';
import type { GapCause, StudyCell, StudyDemand } from './study-cell.ts';
import { buildWindows, computeWindowSlices } from './window-nights.ts';

/** What one window offers for one study: it decides where no narrower one does. */
interface Offer {
  demand: StudyDemand;
  date: LocalDate;
  from: EpochMinute;
  to: EpochMinute;
  width: number;
  /** Earlier sheets, or earlier rows of a flat list, win a tie. */
  order: number;
  window: string;
  scenario: Scenario | null;
  holder: PositionHolder | null;
  constraint: Specialty;
}

/** Cells of every study, by `studyKey`, each list in order of time and free of overlap. */
export type StudyTimeline = Map<string, StudyCell[]>;

/** The time line of the schedule dates of `facts`; nights reach into the day after the last date. */
export function computeTimeline(
  facts: ScheduleFacts,
  holders: ShiftHolders,
  clock: ZoneClock,
): StudyTimeline {
  const offers =
    facts.layout === 'matrix' ? matrixOffers(facts, holders, clock) : listOffers(facts, holders, clock);
  const timeline: StudyTimeline = new Map();
  for (const [key, ofStudy] of offers) {
    timeline.set(
      key,
      narrowest(ofStudy).map((offer) => toCell(offer, facts)),
    );
  }
  return timeline;
}

function matrixOffers(facts: ScheduleFacts, holders: ShiftHolders, clock: ZoneClock): Map<string, Offer[]> {
  const windows = buildWindows(facts.rules);
  const demands = new Map(
    facts.rules.map((rule) => [rule, { ...demandOf(rule), position: rule.position, source: { rule } }]),
  );
  const offers = new Map<string, Offer[]>();
  const keys = new Map(facts.rules.map((rule) => [rule, studyKey(rule.hospital, rule.study)]));
  for (const date of eachDate(facts.from, facts.to)) {
    for (const slice of computeWindowSlices(windows, date, facts, holders, clock)) {
      const { window, from, to, scenario } = slice;
      for (const rule of window.rules) {
        const demand = demands.get(rule);
        const key = keys.get(rule);
        if (!demand || key === undefined) continue;
        addOffer(offers, key, {
          demand,
          date,
          from,
          to,
          width: window.width,
          order: window.sheetIndex,
          window: window.text,
          scenario,
          holder: rule.position ? (slice.holders.get(rule.position) ?? null) : null,
          constraint: 'BOTH',
        });
      }
    }
  }
  return offers;
}

function listOffers(facts: ScheduleFacts, holders: ShiftHolders, clock: ZoneClock): Map<string, Offer[]> {
  const offers = new Map<string, Offer[]>();
  facts.instances.forEach((instance, order) => {
    const { from, to } = placeListRow(instance, clock);
    // Hours that the clock skips in spring ask for nothing.
    if (from >= to) return;
    const study = instance.studyType;
    const demand: StudyDemand = {
      ...demandOf({ ...instance, study, label: `${instance.hospital} ${study}` }),
      position: instance.shiftType,
      source: { instance },
    };
    const position = {
      date: instance.date,
      width: clockMinutes(instance),
      order,
      window: spanText(instance),
    };
    for (const run of holders.during(instance.date, instance.shiftType, from, to)) {
      addOffer(offers, studyKey(instance.hospital, study), {
        demand,
        ...position,
        from: run.from,
        to: run.to,
        scenario: null,
        holder: { shiftType: instance.shiftType, entry: run.entry },
        constraint: instance.constraint,
      });
    }
  });
  return offers;
}

/** Dates of a flat list are taken as they stand (R5). */
export function placeListRow(
  instance: Pick<ShiftInstance, 'date' | 'start' | 'end'>,
  clock: ZoneClock,
): { from: EpochMinute; to: EpochMinute } {
  const endDay = instance.end > instance.start ? 0 : 1;
  return {
    from: clock.instantOf(instance.date, instance.start),
    to: clock.instantOf(instance.date, instance.end, endDay),
  };
}

function demandOf(
  listed: Omit<StudyDemand, 'position' | 'source'>,
): Omit<StudyDemand, 'position' | 'source'> {
  const { hospital, study, label, studyType } = listed;
  return { hospital, study, label, studyType };
}

function addOffer(offers: Map<string, Offer[]>, key: string, offer: Offer): void {
  const present = offers.get(key);
  if (present) present.push(offer);
  else offers.set(key, [offer]);
}

/** Cuts overlapping offers so that at every instant the narrowest stands, on a tie the earlier sheet, then the earlier date. */
function narrowest(offers: Offer[]): Offer[] {
  offers.sort((a, b) => a.from - b.from);
  const result: Offer[] = [];
  let cluster: Offer[] = [];
  let end = Number.NEGATIVE_INFINITY;
  const flush = (): void => {
    if (cluster.length === 1) result.push(...cluster);
    else if (cluster.length > 1) result.push(...resolve(cluster));
    cluster = [];
  };
  for (const offer of offers) {
    if (offer.from >= end) flush();
    cluster.push(offer);
    end = Math.max(end, offer.to);
  }
  flush();
  return result;
}

function resolve(cluster: Offer[]): Offer[] {
  const wins = (a: Offer, b: Offer): number =>
    a.width - b.width || a.order - b.order || (a.date < b.date ? -1 : a.date > b.date ? 1 : 0);
  const cuts = [...new Set(cluster.flatMap((offer) => [offer.from, offer.to]))].sort((a, b) => a - b);
  const pieces: { offer: Offer; piece: Offer }[] = [];
  cuts.slice(0, -1).forEach((from, i) => {
    const to = cuts[i + 1] ?? from;
    const [best] = cluster.filter((offer) => offer.from <= from && offer.to >= to).sort(wins);
    if (!best) return;
    const last = pieces.at(-1);
    if (last?.offer === best && last.piece.to === from) last.piece.to = to;
    else pieces.push({ offer: best, piece: { ...best, from, to } });
  });
  return pieces.map(({ piece }) => piece);
}

function toCell(offer: Offer, facts: ScheduleFacts): StudyCell {
  const { demand, date, from, to, window, scenario, holder } = offer;
  const entry = holder?.entry ?? null;
  const person = entry?.personId ? (facts.readers.get(entry.personId) ?? null) : null;
  const cause = causeOf(demand, person, offer.constraint);
  return {
    demand,
    date,
    from,
    to,
    window,
    scenario,
    shiftType: holder?.shiftType ?? null,
    entry,
    person,
    cause,
  };
}

function causeOf(demand: StudyDemand, person: Reader | null, constraint: Specialty): GapCause | null {
  if (demand.position === null) return 'NO_RULE';
  if (person === null) return 'POSITION_EMPTY';
  const reads = mayRead(person.specialty, demand.studyType) && admits(constraint, person.specialty);
  return reads ? null : 'SPECIALTY_MISMATCH';
}
