import { TriangleAlert } from 'lucide-react';
import './hole-mark.css';

/** No reader, in words: stands where a reader's name would. */
export function HoleMark({ text }: { text: string }) {
  return (
    <span className="hole-mark">
      <TriangleAlert size={16} aria-hidden="true" />
      <span>
        <strong>No reader.</strong> {text}.
      </span>
    </span>
  );
}
