import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from '#web/client/api.ts';

export type Department = Schemas['Department'];
export type Settings = Schemas['DepartmentSettings'];
export type MappedAssignment = Schemas['MappedAssignment'];
export type AcceptedWarning = Schemas['AcceptedWarning'];

export const departmentQuery = (code: string) =>
  queryOptions({
    queryKey: ['department', code],
    queryFn: async ({ signal }) =>
      (await answerOf(api.GET('/api/departments/{code}', { params: { path: { code } }, signal }))).department,
  });

export const warningsQuery = (code: string) =>
  queryOptions({
    queryKey: ['accepted-warnings', code],
    queryFn: async ({ signal }) => {
      const path = '/api/departments/{code}/accepted-warnings';
      return (await answerOf(api.GET(path, { params: { path: { code } }, signal }))).acceptedWarnings;
    },
  });

/** Changes settings of a department. Every answer may hang on them: all is asked for anew. */
export function useSettingsChange(code: string) {
  const queryClient = useQueryClient();
  const keep = (department: Department): Department => {
    queryClient.setQueryData(departmentQuery(code).queryKey, department);
    void queryClient.invalidateQueries();
    return department;
  };
  return {
    keep,
    change: async (body: Settings): Promise<Department> => {
      const call = api.PATCH('/api/departments/{code}', { params: { path: { code } }, body });
      return keep((await answerOf(call)).department);
    },
    /** As the server has them now, somebody else's changes included. */
    current: () => queryClient.fetchQuery({ ...departmentQuery(code), staleTime: 0 }),
  };
}
