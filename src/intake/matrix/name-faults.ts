import type { ValidationMessage } from '#src/domain/validation.ts';
import type { Place } from './place.ts';

const MOST_NAMES = 20_000;

/** Names that cannot be resolved, each with every place that has it: one cause, one message. */
export class NameFaults {
  private readonly faults = new Map<string, { name: string; places: Place[] }>();
  private readonly most: number;

  constructor(most: number = MOST_NAMES) {
    this.most = most;
  }

  /** Names that differ in case only are one. Beyond a bound no more names are taken, as a message cannot hold them all. */
  add(name: string, place: Place): void {
    const key = name.toLowerCase();
    const fault = this.faults.get(key);
    if (fault) fault.places.push(place);
    else if (this.faults.size < this.most) this.faults.set(key, { name, places: [place] });
  }

  *list(
    describe: (name: string, places: readonly Place[]) => ValidationMessage,
  ): Generator<ValidationMessage> {
    for (const { name, places } of this.faults.values()) yield describe(name, places);
  }
}
