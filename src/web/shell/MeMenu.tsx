import { lazy, Suspense, useState, useSyncExternalStore } from 'react';
import { Menu } from '@mantine/core';
import { IconCheck, IconDeviceDesktop, IconKey, IconKeyboard, IconLogout, IconMoon, IconSun } from '@tabler/icons-react';
import { Avatar } from '../components/Avatar.tsx';
import { showKeys } from '../keyboard/showing.ts';
import { useCompany } from '../state/company.tsx';
import { useSession } from '../state/session.tsx';
import { chooseTheme, onTheme, themeNow, type Theme } from '../state/theme.ts';
import css from './MeMenu.module.css';

const THEMES = [
  { theme: 'light', name: 'Light', icon: IconSun },
  { theme: 'dark', name: 'Dark', icon: IconMoon },
  { theme: 'system', name: 'As the system has it', icon: IconDeviceDesktop },
] as const satisfies readonly { theme: Theme; name: string; icon: unknown }[];

const PasswordDialog = lazy(async () => ({ default: (await import('./PasswordDialog.tsx')).PasswordDialog }));

/** Me: how it looks, which keys there are, the way out. */
export const MeMenu = () => {
  const { me: person, nameOf, role } = useCompany();
  const { me, signOut } = useSession();
  const theme = useSyncExternalStore(onTheme, themeNow);
  const [changing, setChanging] = useState(false);
  const name = nameOf(person) || me.name;
  return (
    <>
      <Menu width={240} position="top-start">
        <Menu.Target>
          <button type="button" className={css.me}>
            <Avatar name={name} />
            <span>{name}</span>
            <small>{role}</small>
            <span className="unseen">Theme, keys, password, sign out</span>
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          {THEMES.map(({ theme: one, name: words, icon: Icon }) => (
            <Menu.Item
              key={one}
              leftSection={<Icon size={15} stroke={1.6} aria-hidden="true" />}
              rightSection={theme === one ? <IconCheck size={15} stroke={1.8} aria-label="chosen" /> : null}
              onClick={() => chooseTheme(one)}
            >
              {words}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item
            leftSection={<IconKeyboard size={15} stroke={1.6} aria-hidden="true" />}
            rightSection={<kbd>?</kbd>}
            onClick={() => showKeys(true)}
          >
            All keys
          </Menu.Item>
          <Menu.Item leftSection={<IconKey size={15} stroke={1.6} aria-hidden="true" />} onClick={() => setChanging(true)}>
            Change my password
          </Menu.Item>
          <Menu.Item leftSection={<IconLogout size={15} stroke={1.6} aria-hidden="true" />} onClick={() => void signOut()}>
            Sign out
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {changing && (
        <Suspense>
          <PasswordDialog onClose={() => setChanging(false)} />
        </Suspense>
      )}
    </>
  );
};
