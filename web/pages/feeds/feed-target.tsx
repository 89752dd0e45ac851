import { answerOf, api } from '#web/client/api.ts';
import { SearchChoice } from '#web/components/search-choice.tsx';
import { useFoundOptions } from '#web/components/use-found-options.ts';

interface Props {
  value: string;
  onChange(value: string): void;
  fault: string | undefined;
}

/** An active member of the department; the value is their email. */
export function PersonChoice({ department, ...props }: Props & { department: string | undefined }) {
  const found = useFoundOptions({
    queryKey: ['people', department ?? ''],
    find: async (text, signal) => {
      const query = {
        limit: 20,
        active: true,
        ...(department && { department }),
        ...(text && { search: text }),
      };
      const { people } = await answerOf(api.GET('/api/people', { params: { query }, signal }));
      return people.map(({ name, email }) => ({ value: email, label: name, more: email }));
    },
  });
  return <SearchChoice label="Person" required hint="Type a part of the name." {...props} {...found} />;
}

/** The value is the code of the hospital. */
export function HospitalChoice(props: Props) {
  const found = useFoundOptions({
    queryKey: ['hospitals'],
    find: async (text, signal) => {
      const query = { limit: 20, ...(text && { search: text }) };
      const { hospitals } = await answerOf(api.GET('/api/hospitals', { params: { query }, signal }));
      return hospitals.map(({ code, name }) => ({ value: code, label: code, more: name }));
    },
  });
  return (
    <SearchChoice label="Hospital" required hint="Type a part of the code or name." {...props} {...found} />
  );
}
