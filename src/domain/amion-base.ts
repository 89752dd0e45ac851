/**
 * Whether a text is where an Amion answers, like `https://www.amion.com`: without user, query or fragment, in which people
 * paste the login along with the address. Addresses are shown and audited, the login never is.
 */
export function isAmionBase(text: string): boolean {
  return /^https?:$/.test(URL.parse(text)?.protocol ?? '') && !/[?#@]/.test(text);
}

export const AMION_BASE_IS = 'one like https://www.amion.com, without the login, "@", "?" or "#"';
