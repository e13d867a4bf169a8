import { say } from '../../state/toasts.ts';

/** Puts text on the clipboard and says so. */
export const copied = (text: string, done: string): Promise<void> =>
  navigator.clipboard.writeText(text).then(
    () => say({ kind: 'done', text: done }),
    () => say({ kind: 'problem', text: 'This browser did not let us copy.', todo: 'Select the text and copy it yourself.' }),
  );
