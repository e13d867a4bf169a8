import { useId, type ReactNode } from 'react';
import { Tooltip } from '@mantine/core';
import { Link } from 'wouter';
import css from './Button.module.css';

type Look = {
  /** One `primary` in a view: ink. `quiet` has no border. */
  readonly kind?: 'primary' | 'plain' | 'quiet' | 'grave';
  readonly size?: 'small';
  readonly icon?: ReactNode;
  readonly children: ReactNode;
};
type Press = {
  readonly onPress?: () => void;
  /** Goes there instead of doing something. */
  readonly href?: string;
  readonly submit?: boolean;
  /** The rule that forbids it now: the button stays, disabled, and carries the rule. */
  readonly forbid?: string | null | undefined;
  readonly busy?: boolean;
  readonly autoFocus?: boolean;
};

export const Button = ({ kind = 'plain', size, icon, children, onPress, href, submit, forbid, busy, autoFocus }: Look & Press) => {
  const rule = useId();
  const look = [css.btn, css[kind], size && css[size], forbid && css.off].filter(Boolean).join(' ');
  if (href && !forbid)
    return (
      <Link href={href} className={look}>
        {icon}
        {children}
      </Link>
    );
  const button = (
    <button
      type={submit && !forbid ? 'submit' : 'button'}
      className={look}
      aria-disabled={forbid || busy ? true : undefined}
      aria-describedby={forbid ? rule : undefined}
      aria-busy={busy}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- only in dialogs, where focus has to stand somewhere
      autoFocus={autoFocus}
      data-autofocus={autoFocus}
      onClick={() => {
        if (!forbid && !busy) onPress?.();
      }}
    >
      {busy ? <i className={css.busy} aria-hidden="true" /> : icon}
      {children}
      {forbid && (
        <span id={rule} className="unseen">
          {forbid}
        </span>
      )}
    </button>
  );
  return forbid ? (
    <Tooltip label={forbid} multiline maw={320}>
      {button}
    </Tooltip>
  ) : (
    button
  );
};
