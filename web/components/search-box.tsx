import { Search, X } from 'lucide-react';
import { Button, Input, SearchField } from 'react-aria-components';
import './search-box.css';

interface Props {
  label: string;
  value: string;
  onChange(value: string): void;
  placeholder?: string;
}

/** Narrows what is shown while one types; Escape clears it. */
export function SearchBox({ label, value, onChange, placeholder }: Props) {
  return (
    <SearchField className="search-box" aria-label={label} value={value} onChange={onChange}>
      <Search size={16} aria-hidden="true" className="search-box-picture" />
      <Input className="field-input search-box-input" placeholder={placeholder ?? label} />
      {value === '' ? null : (
        <Button className="search-box-clear" aria-label="Clear">
          <X size={15} aria-hidden="true" />
        </Button>
      )}
    </SearchField>
  );
}
