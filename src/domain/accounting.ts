/** R11: every unit read is accounted for, read = accepted + rejected + ignored; `stored` is accepted, or 0. */
export interface Accounting {
  read: number;
  accepted: number;
  rejected: number;
  ignored: number;
  stored: number;
}

export const emptyAccounting = (): Accounting => ({
  read: 0,
  accepted: 0,
  rejected: 0,
  ignored: 0,
  stored: 0,
});
