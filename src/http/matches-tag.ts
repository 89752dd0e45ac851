/**
 * Whether a version of a resource is among those that `If-None-Match` or `If-Match` name (RFC 9110): `*`, or a list of tags.
 * Compared weakly for both, since a proxy that compresses an answer weakens its tag.
 */
export function matchesTag(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  const tagsGiven = header.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tagsGiven.includes('*') || tagsGiven.includes(etag);
}
