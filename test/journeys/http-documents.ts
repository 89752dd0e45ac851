/** A version as the API shows it, as far as the journey looks at it. */
export interface Version {
  version: { id: string; status: string };
  inForce: { from: string; to: string }[];
  coverage: { shiftInstances: number; uncovered: number };
  validation: {
    canPromote: boolean;
    messages: { severity: string; code: string; context: { key: string } }[];
  };
}
/** An answer of `GET /api/who`, likewise. */
export interface Who {
  version: string;
  answers: { label: string; reader: { name: string } | null; cause: string | null }[];
}
