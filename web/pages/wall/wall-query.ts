import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from '#web/client/api.ts';

export type Tonight = Schemas['Tonight'];
type Answer = Schemas['WhoAnswer'];

/** How often the wall asks again, and after how long without an answer it says that it has lost touch. */
const EVERY_MS = 30_000;
export const LOST_MS = 90_000;

export const wallQuery = (secret: string) =>
  queryOptions({
    queryKey: ['wall', secret],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/wall/{secret}', {
          ...{ params: { path: { secret } }, headers: { accept: 'application/json' }, signal },
        }),
      ),
    refetchInterval: EVERY_MS,
    refetchIntervalInBackground: true,
    placeholderData: keepPreviousData,
    retry: false,
  });

/** Studies of one hospital that have the same reader, or none for the same cause, until the same moment. */
export interface WallLine {
  studies: string[];
  answer: Answer;
}

/** A hospital's studies by reader, holes first: what is read from across the room must be few lines. */
export function groupByReader(answers: readonly Answer[]): WallLine[] {
  const lines = new Map<string, WallLine>();
  for (const answer of answers) {
    const { reader, cause, until } = answer;
    const key = `${reader?.name ?? cause} ${until}`;
    const line = lines.get(key) ?? { studies: [], answer };
    line.studies.push(answer.study);
    lines.set(key, line);
  }
  return [...lines.values()].toSorted(
    (a, b) => Number(a.answer.reader !== null) - Number(b.answer.reader !== null),
  );
}
