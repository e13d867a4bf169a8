import type { ReactNode } from 'react';
import { IconAlertTriangle, IconClock, IconInfoCircle } from '@tabler/icons-react';
import css from './Note.module.css';

const ICONS = { risk: IconAlertTriangle, off: IconAlertTriangle, early: IconClock, plain: IconInfoCircle };

/** Something to know before going on, beside what it is about. */
export const Note = ({
  kind = 'plain',
  children,
  action,
}: {
  readonly kind?: keyof typeof ICONS;
  readonly children: ReactNode;
  readonly action?: ReactNode;
}) => {
  const Icon = ICONS[kind];
  return (
    <div className={`${css.note} ${css[kind]}`}>
      <Icon size={16} stroke={1.6} aria-hidden="true" className={css.icon} />
      <div className={css.body}>{children}</div>
      {action}
    </div>
  );
};
