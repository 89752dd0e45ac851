import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from '#web/client/api.ts';

export type Who = Schemas['WhoAnswers'];
export type Answer = Schemas['WhoAnswer'];

const MINUTE = 60_000;

/** Who reads what at a local time of the department; without one now, asked again every minute. */
export const whoQuery = (department: string, at: string | undefined) =>
  queryOptions({
    queryKey: ['who', department, at ?? 'now'],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/who', { params: { query: { department, ...(at && { at }) } }, signal })),
    refetchInterval: at === undefined ? MINUTE : false,
    placeholderData: keepPreviousData,
  });

export interface HospitalAnswers {
  hospital: string;
  answers: Answer[];
}

/** By hospital, in the order of the matrix. */
export function groupByHospital(answers: readonly Answer[]): HospitalAnswers[] {
  const groups = new Map<string, Answer[]>();
  for (const answer of answers) {
    const group = groups.get(answer.hospital) ?? [];
    group.push(answer);
    groups.set(answer.hospital, group);
  }
  return [...groups].map(([hospital, found]) => ({ hospital, answers: found }));
}

/** Whether every word of the search stands in hospital, study, reader or position. */
export function isFound(answer: Answer, search: string): boolean {
  const { hospital, study, label, reader, because } = answer;
  const text = [hospital, study, label, reader?.name, because.position, because.shiftType]
    .join(' ')
    .toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

export const keyOf = ({ hospital, label }: Pick<Answer, 'hospital' | 'label'>): string =>
  `${hospital}|${label}`;

/** The label without the hospital that stands above it. */
export const studyText = ({ hospital, label, study }: Answer): string =>
  label.toLowerCase().startsWith(`${hospital.toLowerCase()} `) ? label.slice(hospital.length + 1) : study;
