import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { IconButton } from './button.tsx';
import './dialog.css';

interface Props {
  title: ReactNode;
  isOpen: boolean;
  onClose(): void;
  children: ReactNode;
  /** Below, always in sight. */
  actions?: ReactNode;
  /** `side`: beside the page, on a phone from below; `middle`: over the page. */
  place?: 'side' | 'middle';
  wide?: boolean;
  /** At the side: on a phone the whole height, for work of several steps. */
  tall?: boolean;
  /** `alertdialog`: asks before something that cannot be taken back. */
  role?: 'dialog' | 'alertdialog';
}

/** A dialog: keeps the focus inside, closes with Escape, and gives the focus back to where it was. */
export function Dialog({
  title,
  isOpen,
  onClose,
  children,
  actions,
  place = 'middle',
  wide = false,
  tall = false,
  role = 'dialog',
}: Props) {
  return (
    <ModalOverlay
      className={`dialog-cover dialog-cover-${place}`}
      isOpen={isOpen}
      isDismissable
      onOpenChange={(open) => open || onClose()}
    >
      <Modal
        className={`dialog-frame dialog-frame-${place}${wide ? ' dialog-frame-wide' : ''}${tall ? ' dialog-frame-tall' : ''}`}
      >
        <AriaDialog className="dialog" role={role}>
          <div className="dialog-head">
            <Heading slot="title" className="dialog-title">
              {title}
            </Heading>
            <IconButton label="Close" onPress={onClose}>
              <X size={18} aria-hidden="true" />
            </IconButton>
          </div>
          <div className="dialog-body">{children}</div>
          {actions ? <div className="dialog-actions row row-end">{actions}</div> : null}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
