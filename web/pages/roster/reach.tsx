import { Phone } from 'lucide-react';

export interface Reachable {
  name: string;
  phone: string | null;
  pager: string | null;
}

/** How the people of a change are asked before it, and told after. */
export function Reach({ people }: { people: readonly Reachable[] }) {
  const reachable = people.filter(({ phone, pager }) => phone ?? pager);
  if (reachable.length === 0) return null;
  return (
    <ul className="row">
      {reachable.map(({ name, phone, pager }) => (
        <li key={name}>
          <a className="button" href={`tel:${phone ?? pager}`}>
            <Phone size={15} aria-hidden="true" />
            {phone ? 'Call' : 'Page'} {name}, {phone ?? pager}
          </a>
        </li>
      ))}
    </ul>
  );
}
