import { Copy } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';
import './secret-once.css';

interface Props {
  /** What it is: `Secret address`. */
  label: string;
  secret: string;
  /** What it opens, and for whom it is. */
  children: ReactNode;
}

/** A secret that the server shows this once: to be copied now. */
export function SecretOnce({ label, secret, children }: Props) {
  const id = useId();
  const [copied, setCopied] = useState<'yes' | 'no' | null>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(secret);
      setCopied('yes');
    } catch {
      // Some browsers refuse it: then it is marked, to be copied by hand.
      const input = document.getElementById(id);
      if (input instanceof HTMLInputElement) input.select();
      setCopied('no');
    }
  };
  return (
    <div className="stack">
      <Notice tone="warning" live title="Copy it now: it is shown this once.">
        {children}
      </Notice>
      <div className="field">
        <label className="field-label" htmlFor={id}>
          {label}
        </label>
        <div className="secret-once">
          <input
            id={id}
            className="field-input code"
            readOnly
            value={secret}
            onFocus={(event) => event.target.select()}
          />
          <Button look="primary" onPress={() => void copy()}>
            <Copy size={16} aria-hidden="true" />
            Copy
          </Button>
        </div>
        <p className="field-hint" role="status">
          {copied === 'yes' ? 'Copied.' : null}
          {copied === 'no' ? 'It is marked: copy it with the keyboard or the menu of the browser.' : null}
        </p>
      </div>
    </div>
  );
}
