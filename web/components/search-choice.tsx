import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import {
  Button,
  ComboBox,
  FieldError,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Text,
} from 'react-aria-components';
import type { FieldParts } from './field.tsx';
import { type Option, shownOptions } from './search-options.ts';
import './search-choice.css';

interface Props extends FieldParts {
  /** The value of an option, or of one that is not listed at present; empty for none. */
  value: string;
  onChange(value: string): void;
  options: readonly Option[];
  /** Where the server searches: called with what is typed, the options are then those that it found. */
  onSearch?(text: string): void;
  /** What is typed counts, also when no option is that. */
  isFree?: boolean;
  placeholder?: string;
}

/** One of many, found by typing a part of it. */
export function SearchChoice({
  label,
  hint,
  fault,
  required = false,
  value,
  onChange,
  options,
  onSearch,
  isFree = false,
  placeholder,
}: Props) {
  const labelOf = (key: string) => options.find((option) => option.value === key)?.label ?? key;
  const [text, setText] = useState(labelOf(value));
  const [chosen, setChosen] = useState(value);
  if (chosen !== value) {
    setChosen(value);
    setText(labelOf(value));
  }
  const isTyped = text !== labelOf(value);
  const items = shownOptions(options, {
    search: isTyped && !onSearch ? text : '',
    keep: value === '' ? null : { value, label: labelOf(value) },
  });
  return (
    <ComboBox
      className="field"
      items={items}
      defaultFilter={() => true}
      value={value === '' ? null : value}
      onChange={(key) => {
        const next = key === null ? '' : String(key);
        setChosen(next);
        setText(next === '' ? '' : labelOf(next));
        onChange(next);
      }}
      inputValue={text}
      onInputChange={(typed) => {
        setText(typed);
        onSearch?.(typed.trim());
      }}
      onBlur={() => {
        if (isFree && isTyped) {
          setChosen(text.trim());
          onChange(text.trim());
        }
      }}
      allowsCustomValue={isFree}
      allowsEmptyCollection
      menuTrigger="focus"
      isRequired={required}
      isInvalid={fault !== undefined}
      validationBehavior="aria"
    >
      <Label className="field-label">{label}</Label>
      <div className="search-choice">
        <Input className="field-input search-choice-input" placeholder={placeholder} />
        <Button className="search-choice-open" aria-label={`Show what there is: ${label}`}>
          <ChevronDown size={16} aria-hidden="true" />
        </Button>
      </div>
      {hint ? (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      ) : null}
      <FieldError className="field-fault">{fault}</FieldError>
      <Popover className="search-choice-list" offset={4}>
        <ListBox<Option> renderEmptyState={() => <p className="weak small">Nothing matches.</p>}>
          {(option) => (
            <ListBoxItem id={option.value} textValue={option.label} className="search-choice-option">
              <span>{option.label}</span>
              {option.more ? <span className="weak small">{option.more}</span> : null}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
