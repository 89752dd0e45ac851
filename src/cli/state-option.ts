import { Option } from 'commander';

const STATES = ['active', 'disabled'] as const;
export type State = (typeof STATES)[number];

/** Of a list of those who may be disabled: only some of them. */
export const stateOption = (): Option =>
  new Option('--state <state>', 'only those in this state').choices([...STATES]);

export const stateOf = ({ active }: { active: boolean }): State => (active ? 'active' : 'disabled');

/** As the services are asked. */
export const activeFilter = (state: State | undefined): { active?: boolean } =>
  state === undefined ? {} : { active: state === 'active' };
