import type { ReactNode } from 'react';
import { Modal } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import css from './Dialog.module.css';
import { IconButton } from './IconButton.tsx';
import '../state/refusals-told.ts';

type Props = {
  readonly title: ReactNode;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons; the one that does it stands last. */
  readonly foot?: ReactNode;
  /** Enter does the same as the ink button. */
  readonly onSubmit?: () => void;
  readonly wide?: boolean;
};

/** For what cannot be undone, and for what is signed. Nothing opens on top of it. */
export const Dialog = ({ title, opened, onClose, children, foot, onSubmit, wide }: Props) => (
  <Modal.Root opened={opened} onClose={onClose} size={wide ? 640 : 500} centered returnFocus>
    <Modal.Overlay />
    <Modal.Content>
      <form
        className={css.dialog}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          // What was typed and could not be read does not count as what stood there before: nothing is done until it is mended.
          const unread = event.currentTarget.querySelector<HTMLElement>('[data-unread]');
          if (unread) unread.focus();
          else onSubmit?.();
        }}
      >
        <header className={css.top}>
          <Modal.Title className={css.title}>{title}</Modal.Title>
        </header>
        <div className={css.body}>{children}</div>
        {foot && <footer className={css.foot}>{foot}</footer>}
        {/* Last in order, so that the focus begins at the first field; first to the eye. */}
        <div className={css.close}>
          <IconButton label="Close" hint="Esc" onPress={onClose}>
            <IconX size={16} stroke={1.6} aria-hidden="true" />
          </IconButton>
        </div>
      </form>
    </Modal.Content>
  </Modal.Root>
);
