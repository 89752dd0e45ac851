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
export function Button({ look = 'plain', small = false, children, ...rest }: Props) {
  return (
    <AriaButton {...rest} className={`button button-${look}${small ? ' button-small' : ''}`}>
      {rest.isPending ? <span className="button-wait" aria-hidden="true" /> : null}
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
