import { useRef, useState } from 'react';
import { SearchBox } from './search-box.tsx';

interface Props {
  label: string;
  /** What is searched for, as the address has it. */
  value: string;
  /** Called when the typing has come to rest. */
  onSearch(text: string): void;
  placeholder?: string;
}

const REST_MS = 250;

/** A search that asks the server: what is typed stands at once, and is searched for when the typing rests. */
export function LiveSearchBox({ value, onSearch, ...rest }: Props) {
  const [text, setText] = useState(value);
  const [asked, setAsked] = useState(value);
  const [seen, setSeen] = useState(value);
  const timer = useRef(0);
  // The address has changed by itself, by "back" for one.
  if (value !== seen) {
    setSeen(value);
    setAsked(value);
    if (value !== asked) setText(value);
  }
  const change = (next: string) => {
    setText(next);
    window.clearTimeout(timer.current);
    const ask = () => {
      setAsked(next.trim());
      onSearch(next.trim());
    };
    if (next === '') ask();
    else timer.current = window.setTimeout(ask, REST_MS);
  };
  return <SearchBox {...rest} value={text} onChange={change} />;
}
