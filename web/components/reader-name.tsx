import { initialsOf, readerClass } from '#web/words/people.ts';
import './reader-name.css';

/** A person who reads, with colour and initials that are the same on every page. */
export function ReaderName({ name, large = false }: { name: string; large?: boolean }) {
  return (
    <span className={`reader-name ${readerClass(name)}${large ? ' reader-name-large' : ''}`}>
      <span className="reader-initials" aria-hidden="true">
        {initialsOf(name)}
      </span>
      <span className="reader-words">{name}</span>
    </span>
  );
}
