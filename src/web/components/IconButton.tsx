import type { ReactNode } from 'react';
import { Tooltip } from '@mantine/core';
import css from './IconButton.module.css';

type Props = { readonly label: string; readonly onPress: () => void; readonly children: ReactNode; readonly hint?: string };

/** A button that is only an icon: named for those who do not see it, explained for those who point at it. */
export const IconButton = ({ label, onPress, children, hint }: Props) => (
  <Tooltip label={hint ? `${label} (${hint})` : label}>
    <button type="button" className={css.ib} aria-label={label} onClick={onPress}>
      {children}
    </button>
  </Tooltip>
);
