import { answerOf, api } from '#web/client/api.ts';
import { SearchChoice } from '#web/components/search-choice.tsx';
import { useFoundOptions } from '#web/components/use-found-options.ts';

interface Props {
  value: string;
  onChange(code: string): void;
  fault: string | undefined;
  /** An administrator needs none. */
  isNeeded: boolean;
}

/** The own department or hospital of a user, by its code. */
export function DepartmentChoice({ isNeeded, ...props }: Props) {
  const found = useFoundOptions({
    queryKey: ['hospitals'],
    find: async (text, signal) => {
      const query = { limit: 20, ...(text && { search: text }) };
      const { hospitals } = await answerOf(api.GET('/api/hospitals', { params: { query }, signal }));
      return hospitals.map(({ code, name }) => ({ value: code, label: code, more: name }));
    },
  });
  return (
    <SearchChoice
      label="Department or hospital"
      required={isNeeded}
      hint={isNeeded ? 'Whose schedule the user sees.' : 'An administrator sees every one, and needs none.'}
      {...props}
      {...found}
    />
  );
}
