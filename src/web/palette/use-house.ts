import { useMemo } from 'react';
import { showKeys } from '../keyboard/showing.ts';
import type { Action } from '../places/place.ts';
import { useCompany } from '../state/company.tsx';
import { useSession } from '../state/session.tsx';
import { undoLast } from '../shell/undo.ts';
import { chooseTheme, shownTheme } from '../state/theme.ts';

/** What can be done everywhere: another company, another theme, the keys, the way out. */
export const useHouseActions = (): readonly Action[] => {
  const here = useCompany();
  const { id } = here;
  const { me, signOut } = useSession();
  return useMemo(
    () => [
      ...me.companies
        .filter((c) => c.id !== id)
        .map((c) => ({ id: `switch:${c.id}`, text: `Switch to ${c.name}`, also: 'company client', href: `~/c/${c.id}` })),
      ...(me.houseOwner ? [{ id: 'company', text: 'Add a company', href: '~/start' }] : []),
      {
        id: 'theme',
        text: shownTheme() === 'dark' ? 'Light theme' : 'Dark theme',
        also: 'dark mode colours',
        run: () => chooseTheme(shownTheme() === 'dark' ? 'light' : 'dark'),
      },
      { id: 'undo', text: 'Take back what you decided last', also: 'undo revert', key: '⌘Z', run: () => void undoLast(here) },
      { id: 'keys', text: 'Show all keys', key: '?', run: () => showKeys(true) },
      { id: 'sign-out', text: 'Sign out', run: () => void signOut() },
    ],
    [here, id, me, signOut],
  );
};
