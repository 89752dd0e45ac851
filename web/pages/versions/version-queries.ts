import { infiniteQueryOptions, type QueryClient, queryOptions } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from '#web/client/api.ts';

export type Version = Schemas['Version'];
export type VersionStatus = Schemas['VersionStatus'];
export type Period = Schemas['ProductionPeriod'];
export type Import = Schemas['Import'];
export type AcceptedWarning = Schemas['AcceptedWarning'];
/** A version with what stands for and against it, and the tag of what was seen. */
export type SeenVersion = Schemas['VersionView'] & { tag: string | null };

/** Every version of a department, the newest first. */
export const versionsQuery = (department: string) =>
  queryOptions({
    queryKey: ['versions', department],
    queryFn: async ({ signal }) => {
      const versions: Version[] = [];
      let cursor: string | null = null;
      do {
        const query = { hospital: department, limit: 200, ...(cursor && { cursor }) };
        const page: { versions: Version[]; nextCursor: string | null } = await answerOf(
          api.GET('/api/versions', { params: { query }, signal }),
        );
        versions.push(...page.versions);
        cursor = page.nextCursor;
      } while (cursor !== null);
      return versions;
    },
  });

/** The dates in force of a department, by date. */
export const periodsQuery = (department: string) =>
  queryOptions({
    queryKey: ['versions', department, 'periods'],
    queryFn: async ({ signal }) => {
      const params = { path: { code: department } };
      const call = api.GET('/api/departments/{code}/production-periods', { params, signal });
      return (await answerOf(call)).periods;
    },
  });

export const versionQuery = (id: string) =>
  queryOptions({
    queryKey: ['version', id],
    queryFn: async ({ signal }): Promise<SeenVersion> => {
      const call = api.GET('/api/versions/{id}', { params: { path: { id } }, signal });
      const view = await answerOf(call);
      return { ...view, tag: (await call).response.headers.get('etag') };
    },
  });

/** Parameters of what is done to a version: refused as OUTDATED where it shows something else by now. */
export const asSeen = ({ version: { id }, tag }: SeenVersion) => ({
  ...{ path: { id }, header: tag ? { 'if-match': tag } : {} },
});

/** The imports into a version, the newest first. */
export const importsQuery = (id: string) =>
  queryOptions({
    queryKey: ['version', id, 'imports'],
    queryFn: async ({ signal }) => {
      const query = { version: id, limit: 50 };
      return (await answerOf(api.GET('/api/imports', { params: { query }, signal }))).imports;
    },
  });

export const historyQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['version', id, 'history'],
    queryFn: ({ pageParam, signal }) => {
      const query = { limit: 20, ...(pageParam && { cursor: pageParam }) };
      return answerOf(api.GET('/api/versions/{id}/history', { params: { path: { id }, query }, signal }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

/** What the department accepts, by key. */
export const acceptedQuery = (department: string) =>
  queryOptions({
    queryKey: ['accepted-warnings', department],
    queryFn: async ({ signal }) => {
      const params = { path: { code: department } };
      const call = api.GET('/api/departments/{code}/accepted-warnings', { params, signal });
      return new Map((await answerOf(call)).acceptedWarnings.map((known) => [known.key, known]));
    },
  });

/** After anything that changes a version: what is in force, what stands against whom, and every answer, may be new. */
export const invalidateVersions = (queryClient: QueryClient): Promise<void> =>
  queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });

/** What changed from `before` to `after`, on the dates that both have. */
export const diffQuery = (before: string, after: string) =>
  queryOptions({
    queryKey: ['diff', before, after],
    queryFn: ({ signal }) => {
      const params = { path: { id: after }, query: { against: before } };
      return answerOf(api.GET('/api/versions/{id}/diff', { params, signal }));
    },
  });
