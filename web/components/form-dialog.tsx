import { type ReactNode, useId } from 'react';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { DraftForm } from './draft-form.tsx';
import type { Saving } from './use-draft.ts';

interface Props {
  title: string;
  /** What the button does: `Add`, `Save`. */
  action: string;
  saving: Saving;
  onClose(): void;
  children: ReactNode;
  wide?: boolean;
  /** What came of it, in place of the form: a secret that is shown once. */
  outcome?: ReactNode;
}

/** A form over the page: rendered while it is open. Its button saves, Escape gives it up. */
export function FormDialog({ title, action, saving, onClose, children, wide = false, outcome }: Props) {
  const id = useId();
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      wide={wide}
      actions={
        outcome ? (
          <Button look="primary" onPress={onClose}>
            Done
          </Button>
        ) : (
          <>
            <Button onPress={onClose}>Cancel</Button>
            <Button type="submit" form={id} look="primary" isPending={saving.isPending}>
              {action}
            </Button>
          </>
        )
      }
    >
      {outcome ?? (
        <DraftForm id={id} saving={saving}>
          {children}
        </DraftForm>
      )}
    </Dialog>
  );
}
