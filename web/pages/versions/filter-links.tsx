import { Link } from '@tanstack/react-router';
import './filter-links.css';

interface Option<Value extends string> {
  /** Left out: no filter. */
  value?: Value;
  label: string;
  count?: number;
}

interface Props<Value extends string> {
  label: string;
  options: readonly Option<Value>[];
  to: string;
  params?: Record<string, string>;
  /** The page's own part of the address with this choice. */
  searchOf(value: Value | undefined): object;
}

/** One of a few ways to look at a list, each a link: the address holds the choice, and says which is the present one. */
export function FilterLinks<Value extends string>({ label, options, to, params, searchOf }: Props<Value>) {
  return (
    <nav aria-label={label} className="filter-links no-print">
      {options.map((option) => (
        <Link
          key={option.label}
          className="filter-link"
          {...{ to, params: params ?? {}, search: searchOf(option.value) as never }}
          activeOptions={{ exact: true }}
          resetScroll={false}
        >
          {option.label}
          {option.count === undefined ? null : <span className="filter-link-count">{option.count}</span>}
        </Link>
      ))}
    </nav>
  );
}
