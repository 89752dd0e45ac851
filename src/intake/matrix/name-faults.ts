import type { ValidationMessage } from '#src/domain/validation.ts';
import type { Place } from './place.ts';

const MOST_NAMES = 20_000;
/** A message names its places; nobody follows more than these. */
const MOST_PLACES = 1_000;

interface NameFault {
  name: string;
  places: Place[];
  count: number;
}

/** Names that cannot be resolved, each with the places that have it: one cause, one message. */
export class NameFaults {
  private readonly faults = new Map<string, NameFault>();
  private readonly most: number;

  constructor(most: number = MOST_NAMES) {
    this.most = most;
  }

  /** Names that differ in case only are one. Beyond a bound no more names are taken, as a message cannot hold them all. */
  add(name: string, place: Place): void {
    const key = name.toLowerCase();
    const fault = this.faults.get(key);
    if (!fault) {
      if (this.faults.size < this.most) this.faults.set(key, { name, places: [place], count: 1 });
      return;
    }
    fault.count += 1;
    if (fault.places.length < MOST_PLACES) fault.places.push(place);
  }

  *list(
    describe: (name: string, places: readonly Place[], count: number) => ValidationMessage,
  ): Generator<ValidationMessage> {
    for (const { name, places, count } of this.faults.values()) yield describe(name, places, count);
  }
}
