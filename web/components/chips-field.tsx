import { X } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton, Label, Tag, TagGroup, TagList } from 'react-aria-components';
import { Button } from './button.tsx';
import { Field } from './field.tsx';
import './chips-field.css';

interface Props {
  /** Of all of them: `Aliases`. */
  label: string;
  /** Of the field for one more: `Add an alias`. */
  addLabel: string;
  hint?: string;
  value: readonly string[];
  onChange(value: string[]): void;
  fault?: string | undefined;
}

/** Some words, each with a cross to remove it (or Delete), and a field for one more. What is typed counts when one leaves it. */
export function ChipsField({ label, addLabel, hint, value, onChange, fault }: Props) {
  const [text, setText] = useState('');
  const add = () => {
    const word = text.trim();
    setText('');
    if (word !== '' && !value.some((known) => known.toLowerCase() === word.toLowerCase()))
      onChange([...value, word]);
  };
  return (
    <div className="chips-field">
      <TagGroup
        className="field"
        onRemove={(keys) => onChange(value.filter((word) => !keys.has(word)))}
        selectionMode="none"
      >
        <Label className="field-label">{label}</Label>
        <TagList className="chips" renderEmptyState={() => <span className="weak small">none</span>}>
          {value.map((word) => (
            <Tag key={word} id={word} textValue={word} className="chip">
              {word}
              <AriaButton slot="remove" className="chip-remove" aria-label={`Remove ${word}`}>
                <X size={13} aria-hidden="true" />
              </AriaButton>
            </Tag>
          ))}
        </TagList>
      </TagGroup>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Enter adds the word instead of sending the form around it */}
      <div
        className="chips-add"
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || text.trim() === '') return;
          event.preventDefault();
          add();
        }}
        onBlur={add}
      >
        <Field label={addLabel} hint={hint} value={text} onChange={setText} fault={fault} />
        <Button onPress={add}>Add</Button>
      </div>
    </div>
  );
}
