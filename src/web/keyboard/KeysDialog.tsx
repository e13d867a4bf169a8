import { useState } from 'react';
import { Dialog } from '../components/Dialog.tsx';
import css from './KeysDialog.module.css';
import { keysNow } from './keys.ts';

const NAMES: Readonly<Record<string, string>> = { Escape: 'Esc', ' ': 'Space', ArrowUp: '↑', ArrowDown: '↓' };

/** Every key that does something on this page. */
export const KeysDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const [keys] = useState(() => [
    { key: 'mod k', does: 'Find or do' },
    { key: 'mod z', does: 'Take back what you decided last' },
    ...keysNow(),
  ]);
  return (
    <Dialog title="All keys" opened onClose={onClose} wide>
      <dl className={css.keys}>
        {keys.map(({ key, does }) => (
          <div key={key}>
            <dt>
              {key.split(' ').map((part) => (
                <kbd key={part}>
                  {part === 'mod' ? (/Mac|iP/.test(navigator.platform) ? '⌘' : 'Ctrl') : (NAMES[part] ?? part.toUpperCase())}
                </kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <p className="sm dim">Keys rest while you type and while a dialog is open.</p>
    </Dialog>
  );
};
