import { getRouteApi } from '@tanstack/react-router';
import { useSession } from '#web/client/session.ts';

const route = getRouteApi('/shell');

/**
 * The department that the page is about: the one in the address, else the first that has a schedule. Null where whoever
 * is signed in may ask about none.
 */
export function useDepartment() {
  const { department: code } = route.useSearch();
  const { departments } = useSession();
  return (
    departments.find((department) => department.code === code) ??
    departments.find(({ hasSchedule }) => hasSchedule) ??
    departments[0] ??
    null
  );
}
