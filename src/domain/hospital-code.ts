const LONGEST = 50;
/** Ends a part of an address, or shows nowhere. */
const UNFIT = /[/\\?#\p{Cc}\u2028\u2029]/u;
const INVISIBLE = /^[\s\p{Cf}]*$/u;

/**
 * The code of a hospital: the word of the matrix, without spaces at its ends, or null. It stands in addresses
 * (`/api/hospitals/St%20Anne`), so what no part of an address can be is none: `.`, `..`, `A/B`.
 */
export function parseHospitalCode(text: string): string | null {
  const code = text.trim();
  const fits = code.length <= LONGEST && code.isWellFormed() && !UNFIT.test(code) && !INVISIBLE.test(code);
  return fits && code !== '.' && code !== '..' ? code : null;
}

export const HOSPITAL_CODE_IS = `the word that the matrix uses, of at most ${LONGEST} characters, without "/", "\\", "?", "#" and control characters, and not "." or ".."`;
