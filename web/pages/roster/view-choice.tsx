import { Link } from '@tanstack/react-router';
import { NO_SHIFT } from './roster-search.ts';

/** The roster, or what was changed of it by hand. */
export function ViewChoice() {
  return (
    <nav className="switch" aria-label="Views of the roster">
      {(['roster', 'changes'] as const).map((name) => {
        const view = name === 'changes' ? name : undefined;
        return (
          <Link
            key={name}
            to="/roster"
            className="switch-choice"
            activeOptions={{ exact: true, includeSearch: true }}
            search={(before) => ({ ...before, ...NO_SHIFT, view })}
          >
            {name === 'changes' ? 'Changes by hand' : 'Roster'}
          </Link>
        );
      })}
    </nav>
  );
}
