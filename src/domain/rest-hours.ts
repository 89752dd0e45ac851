/** Elapsed hours of rest that are asked for between two shifts of a person. */
export const REST_HOURS = 11;
