import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ApiError } from '#web/client/api.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { Notice } from './notice.tsx';
import { ErrorState } from './states.tsx';

interface Props<Answer> {
  /** The question: `Revoke this feed?` */
  title: string;
  /** What the button does: `Revoke`. */
  action: string;
  /** What will be so afterwards. */
  children: ReactNode;
  act(): Promise<Answer>;
  onDone(answer: Answer): void;
  onClose(): void;
  /** How a refusal is said, where its words alone are not enough. */
  refusal?(error: Error): ReactNode;
}

/** Asks before something that is not easily taken back; rendered while it asks. What is refused is said here. */
export function AskDialog<Answer>({
  title,
  action,
  children,
  act,
  onDone,
  onClose,
  refusal = (error) => <Refusal error={error} />,
}: Props<Answer>) {
  const { mutate, isPending, error } = useMutation({
    mutationFn: act,
    onSuccess: (answer) => onDone(answer),
  });
  return (
    <Dialog
      role="alertdialog"
      title={title}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose} autoFocus>
            Cancel
          </Button>
          <Button look="danger" isPending={isPending} onPress={() => mutate()}>
            {action}
          </Button>
        </>
      }
    >
      <div className="stack">
        <div>{children}</div>
        {error ? refusal(error) : null}
      </div>
    </Dialog>
  );
}

/** That the state of things forbids it is no fault: it is said in the server's words alone. */
const Refusal = ({ error }: { error: Error }) =>
  error instanceof ApiError && error.status === 409 ? (
    <Notice tone="danger" live title="This is refused.">
      {error.problem.detail}
    </Notice>
  ) : (
    <ErrorState error={error} />
  );
