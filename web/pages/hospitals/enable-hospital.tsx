import { useMutation } from '@tanstack/react-query';
import { answerOf, api } from '#web/client/api.ts';
import { Button } from '#web/components/button.tsx';
import { Notice } from '#web/components/notice.tsx';

interface Props {
  code: string;
  onChanged(text: string): void;
}

/** Brings back a hospital that is disabled, as it was. */
export function EnableHospital({ code, onChanged }: Props) {
  const { mutate, error, isPending } = useMutation({
    mutationFn: () =>
      answerOf(api.PATCH('/api/hospitals/{code}', { params: { path: { code } }, body: { active: true } })),
    onSuccess: () => onChanged(`${code} is back. A matrix can name it again.`),
  });
  return (
    <>
      {error ? <Notice tone="danger">{error.message}</Notice> : null}
      <Button small aria-label={`Enable ${code} again`} isPending={isPending} onPress={() => mutate()}>
        Enable again
      </Button>
    </>
  );
}
