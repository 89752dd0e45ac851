import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps } from 'react-aria-components';
import './button.css';

type Look = 'plain' | 'primary' | 'danger' | 'quiet';

interface Props extends Omit<ButtonProps, 'children' | 'className' | 'style'> {
  look?: Look;
  /** Smaller, for rows of tables; on a touch screen still as high as a thumb. */
  small?: boolean;
  children: ReactNode;
}

/** A button with words. While `isPending` it says so, and takes no second press. */
export function Button({
  look = 'plain',
  small = false,
  isPending = false,
  type,
  onPress,
  children,
  ...rest
}: Props) {
  // Not the library's own waiting: what it announces points at the button, also when that is gone with its dialog.
  return (
    <AriaButton
      {...rest}
      type={isPending ? 'button' : type}
      aria-disabled={isPending || undefined}
      {...(onPress && !isPending && { onPress })}
      className={`button button-${look}${small ? ' button-small' : ''}`}
    >
      {isPending ? <span className="button-wait" aria-hidden="true" /> : null}
      {children}
    </AriaButton>
  );
}

interface IconProps extends Omit<ButtonProps, 'children' | 'className' | 'style'> {
  /** What it does: read out, and shown when the pointer rests on it. */
  label: string;
  children: ReactNode;
}

/** A button with a picture only. */
export function IconButton({ label, children, ...rest }: IconProps) {
  return (
    <AriaButton
      {...rest}
      aria-label={label}
      className="icon-button"
      render={(props) => <button {...(props as object)} title={label} />}
    >
      {children}
    </AriaButton>
  );
}
