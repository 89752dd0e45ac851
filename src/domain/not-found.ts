import { CodedError } from './errors.ts';

/** What is asked for by its id or code, with how to learn those there are. */
const ADVICE = {
  department: null,
  feed: null,
  hospital: 'List the hospitals to see their ids.',
  import: 'List the imports to see their ids.',
  job: 'List the jobs to see their ids.',
  person: 'List the people to see their ids.',
  'schedule version': 'List the versions to see their ids.',
  user: 'List the users to see their ids.',
  wall: null,
} as const;

/** Of what nobody has, and in the same words of what the caller may not see: nobody learns what others have. */
export function notFound(what: keyof typeof ADVICE, name: string): CodedError {
  const advice = ADVICE[what];
  return new CodedError('NOT_FOUND', `There is no ${what} ${name}.${advice === null ? '' : ` ${advice}`}`);
}
