import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { type Faults, faultsByField, isElsewhere } from '#web/client/faults.ts';

interface Options<Draft, Answer> {
  start: Draft;
  /** What is wrong before the server is asked. */
  check?(draft: Draft): Faults<keyof Draft & string>;
  save(draft: Draft): Promise<Answer>;
  onSaved?(answer: Answer, draft: Draft): void;
}

/** What a form needs of a draft: see `DraftForm` and `FormDialog`. */
export interface Saving {
  submit(): void;
  isPending: boolean;
  /** What was refused and belongs to no field; null where there is nothing. */
  error: unknown;
  /** Counts the refusals, so that a form can lead to what is wrong after each. */
  refusals: number;
}

/** What is filled in, saved by `submit`, with what is wrong beside each field: by the page's own check, else by the server. */
export function useDraft<Draft extends object, Answer>({
  start,
  check,
  save,
  onSaved,
}: Options<Draft, Answer>) {
  type Field = keyof Draft & string;
  const [draft, setDraft] = useState(start);
  const [faults, setFaults] = useState<Faults<Field>>({});
  const [refusals, setRefusals] = useState(0);
  const fields = Object.keys(draft) as Field[];
  const refuse = (found: Faults<Field>) => {
    setFaults(found);
    setRefusals((count) => count + 1);
  };
  const { mutate, reset, isPending, error } = useMutation({
    mutationFn: save,
    onSuccess: (answer, saved) => onSaved?.(answer, saved),
    onError: (cause) => refuse(faultsByField(cause, fields)),
  });
  const submit = () => {
    if (isPending) return;
    const found = check?.(draft) ?? {};
    if (Object.keys(found).length > 0) {
      reset();
      refuse(found);
      return;
    }
    setFaults({});
    mutate(draft);
  };
  /** Value, change and fault of one field, to be spread into it. A changed field is innocent until asked again. */
  const field = <Name extends Field>(name: Name) => ({
    value: draft[name],
    onChange: (value: Draft[Name]) => {
      setDraft((before) => ({ ...before, [name]: value }));
      setFaults(({ [name]: _, ...rest }) => rest as Faults<Field>);
    },
    fault: faults[name],
  });
  const restart = (next: Draft) => {
    setDraft(next);
    setFaults({});
    reset();
  };
  const saving: Saving = {
    ...{ submit, isPending, refusals },
    error: error !== null && isElsewhere(error, fields) ? error : null,
  };
  return { draft, field, restart, saving };
}
