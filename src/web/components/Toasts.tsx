import { useSyncExternalStore } from 'react';
import { IconAlertTriangle, IconCheck, IconX } from '@tabler/icons-react';
import { hush, onToasts, toastsNow } from '../state/toasts.ts';
import { IconButton } from './IconButton.tsx';
import css from './Toasts.module.css';

/** What was just done or handed back, at the edge of the page; read out as it appears. */
export const Toasts = () => {
  const toasts = useSyncExternalStore(onToasts, toastsNow);
  return (
    <div className={css.toasts} role="status" aria-live="polite" data-toasts="">
      {toasts.map(({ id, kind, text, todo, undo }) => (
        <div key={id} className={`${css.toast} ${css[kind]}`}>
          {kind === 'done' ? (
            <IconCheck size={16} stroke={1.8} aria-hidden="true" />
          ) : (
            <IconAlertTriangle size={16} stroke={1.8} aria-hidden="true" />
          )}
          <p>
            {text} {todo && <span className="mut">{todo}</span>}
          </p>
          {undo && (
            <button
              type="button"
              className="lnk"
              onClick={() => {
                undo();
                hush(id);
              }}
            >
              Undo
            </button>
          )}
          <IconButton label="Close message" onPress={() => hush(id)}>
            <IconX size={14} stroke={1.6} aria-hidden="true" />
          </IconButton>
        </div>
      ))}
    </div>
  );
};
