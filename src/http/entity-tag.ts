import { createHash } from 'node:crypto';
import { z } from 'zod';
import { presentView } from '#src/services/present/present-version.ts';
import type { VersionView } from '#src/services/schedule-version-service.ts';

/** What a client says that it has already. */
export const knownTag = z.object({ 'if-none-match': z.string().max(1000).optional() });
/** As what a client has seen the thing that it wants to change. */
export const seenTag = z.object({
  'if-match': z.string().max(1000).optional().describe('the ETag of the version as it was seen'),
});

/** A strong entity tag: other content has another one. */
export const tagOf = (text: string): string => `"${createHash('sha256').update(text).digest('base64url')}"`;

/** RFC 9110, If-None-Match: `*`, or a list of tags that are compared weakly. */
export function matchesTag(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  const tags = tagsIn(header).map((tag) => tag.replace(/^W\//, ''));
  return tags.includes('*') || tags.includes(etag);
}

/**
 * RFC 9110, If-Match: what a service shows before it changes a version must be as it was seen, else 412; undefined where the
 * client did not say. A weak tag never matches.
 */
export function asSeen(header: string | undefined): ((view: VersionView) => void) | undefined {
  if (header === undefined) return undefined;
  return (view) => {
    const tags = tagsIn(header);
    if (!tags.includes('*') && !tags.includes(tagOfView(view))) throw new PreconditionFailed();
  };
}

export const tagOfView = (view: VersionView): string => tagOf(JSON.stringify(presentView(view)));

const tagsIn = (header: string): string[] => header.split(',').map((tag) => tag.trim());

/** As the framework would say it. */
class PreconditionFailed extends Error {
  readonly statusCode = 412;
}
