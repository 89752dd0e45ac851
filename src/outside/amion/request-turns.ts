export interface GateLimits {
  /** Requests under way at most. */
  atOnce: number;
  /** Milliseconds between the starts of two requests at least. */
  spacingMs: number;
}

/** Who may start a request now, where several processes and machines ask. */
export interface RequestTurns {
  /** Notes a request as begun and answers null, or in how many milliseconds to ask again. Of one key a second one waits for the first for some seconds, whose copy may serve both. */
  begin(request: { id: string; key: string }, limits: GateLimits): Promise<number | null>;
  /** The request has been sent: the spacing counts from now on. Until then nobody else's turn comes. */
  sent(id: string): Promise<void>;
  /** The request is over. */
  end(id: string): Promise<void>;
}

/** Nobody else asks. */
export const FREE_TURNS: RequestTurns = {
  begin: async () => null,
  sent: async () => undefined,
  end: async () => undefined,
};
