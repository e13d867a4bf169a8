import { IconHelp, IconShare } from '@tabler/icons-react';
import { IconButton } from '../components/IconButton.tsx';
import { showKeys } from '../keyboard/showing.ts';
import { say } from '../state/toasts.ts';
import css from './BarTools.module.css';

/** Share this very page; help. */
export const BarTools = () => (
  <div className={css.tools}>
    <IconButton label="Copy the address of this page" onPress={() => void share()}>
      <IconShare size={16} stroke={1.6} aria-hidden="true" />
    </IconButton>
    <IconButton label="All keys" hint="?" onPress={() => showKeys(true)}>
      <IconHelp size={16} stroke={1.6} aria-hidden="true" />
    </IconButton>
  </div>
);

const share = async (): Promise<void> => {
  try {
    await navigator.clipboard.writeText(location.href);
    say({ kind: 'done', text: 'Address copied. Members of this company can open it.' });
  } catch {
    say({ kind: 'problem', text: 'This browser did not let us copy.', todo: 'Copy the address from its bar.' });
  }
};
