import { useId } from 'react';
import { Link } from 'wouter';
import type { RequestId } from '../../../kernel/ids.ts';
import type { InboxRow } from '../../../views/intake/inbox.ts';
import { LATE } from '../../../views/intake/phase.ts';
import { Button } from '../../components/Button.tsx';
import { Status, type StatusKind } from '../../components/Status.tsx';
import css from './RequestList.module.css';
import type { Triage } from './triage.ts';

type Props = {
  readonly label: string;
  readonly rows: readonly InboxRow[];
  readonly current: RequestId | null;
  readonly meta: (row: InboxRow) => string;
  readonly stands: (row: InboxRow) => string;
  /** null where the reader may not decide. */
  readonly onAct: ((act: Triage, id: RequestId) => void) | null;
};

const KINDS: { readonly [phase in InboxRow['phase']]: StatusKind } = {
  waiting: 'risk',
  due: 'risk',
  deferred: 'early',
  queued: 'on',
  started: 'on',
  done: 'on',
  dropped: 'off',
  declined: 'unknown',
  withdrawn: 'unknown',
};

/** Requests that stand alike: the words, who asked, how it stands. */
export const RequestList = ({ label, rows, current, meta, stands, onAct }: Props) => {
  const heading = useId();
  return (
    <section className={css.part} aria-labelledby={heading}>
      <h2 id={heading}>
        {label} <span className="dim">{rows.length}</span>
      </h2>
      <ol>
        {rows.map((row) => {
          const { request, title, by, act, phase, age } = row;
          return (
            <li key={request.id} className={`${css.row} ${request.id === current ? css.current : ''}`}>
              <span className={css.ref}>{request.ref}</span>
              <div className={css.words}>
                <Link href={`/work/requests/${request.id}`} className="agreed">
                  {title}
                </Link>
                <p>
                  {by} · <span className={act && age > LATE ? css.late : undefined}>{meta(row)}</span> ·{' '}
                  <Status kind={act === 'place' ? 'risk' : KINDS[phase]}>{stands(row)}</Status>
                </p>
              </div>
              {act === 'decide' && onAct && (
                <div className={css.acts}>
                  <Button size="small" onPress={() => onAct('accept', request.id)}>
                    Accept
                  </Button>
                  <Button size="small" kind="quiet" onPress={() => onAct('defer', request.id)}>
                    Defer
                  </Button>
                  <Button size="small" kind="quiet" onPress={() => onAct('decline', request.id)}>
                    Decline
                  </Button>
                </div>
              )}
              {act === 'place' && onAct && (
                <div className={css.acts}>
                  <Button size="small" onPress={() => onAct('place', request.id)}>
                    Answer
                  </Button>
                </div>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
};
