import { count, dayWords } from '../../../views/words/format.ts';
import { Button } from '../../components/Button.tsx';
import { Status, type StatusKind } from '../../components/Status.tsx';
import { Table } from '../../components/Table.tsx';
import { Tag } from '../../components/Tag.tsx';
import { useCompany } from '../../state/company.tsx';
import type { Output } from '../../state/api.ts';
import { RefusedEvents } from './RefusedEvents.tsx';
import css from './SourcesScreen.module.css';

type Source = Output<'sources'>['sources'][number];
type Props = {
  readonly source: Source;
  readonly touchEvents: readonly string[];
  readonly keptDays: number;
  readonly onCount: (event: string, counts: boolean) => void;
  readonly onRevoke: (() => void) | null;
  readonly onChangeKey: (() => void) | null;
};

const BECAME: { readonly [B in Source['events'][number]['became']]: readonly [StatusKind, string] } = {
  touch: ['on', 'touch'],
  link: ['on', 'who is who'],
  waiting: ['early', 'waiting'],
  kept: ['unknown', 'kept, no touch'],
  refused: ['off', 'refused'],
};

/** One program: its last event, and what became of what it sent, by kind. */
export const SourcePart = ({ source, touchEvents, keptDays, onCount, onRevoke, onChangeKey }: Props) => {
  const { today } = useCompany();
  const counted = (event: string): boolean => source.touches.includes(event);
  return (
    <section className={css.part} aria-labelledby={source.id}>
      <div className={css.line}>
        <h2 id={source.id}>{source.name}</h2>
        {source.revokedAt ? (
          <Tag>revoked {dayWords(source.revokedAt.slice(0, 10), today)}</Tag>
        ) : (
          <span className="mut sm">
            {source.lastAt
              ? `last event ${dayWords(source.lastAt.slice(0, 10), today)}, ${source.lastAt.slice(11, 16)} UTC`
              : 'nothing came yet'}
          </span>
        )}
        {onChangeKey && (
          <Button size="small" kind="quiet" onPress={onChangeKey}>
            Change its key
          </Button>
        )}
        {onRevoke && (
          <Button size="small" kind="quiet" onPress={onRevoke}>
            Revoke its key
          </Button>
        )}
      </div>
      {source.beforeUntil !== null && source.beforeUntil > new Date().toISOString() && (
        <p className="mut sm">
          Its key was changed. The one before opens until {dayWords(source.beforeUntil.slice(0, 10), today)},{' '}
          {source.beforeUntil.slice(11, 16)} UTC.
        </p>
      )}
      {source.events.length === 0 ? (
        <p className="mut sm">What it sends stands here by kind, with what became of it.</p>
      ) : (
        <Table
          label={`Events of ${source.name}`}
          rows={source.events}
          keyOf={(e) => `${e.type} ${e.event} ${e.became} ${e.reason}`}
          columns={[
            { key: 'event', head: 'Event', cell: (e) => <b>{e.event || e.type}</b> },
            { key: 'type', head: 'Call', cell: (e) => e.type },
            { key: 'n', head: 'In 30 days', number: true, cell: (e) => count(e.n) },
            {
              key: 'became',
              head: 'Became',
              cell: (e) => (
                <>
                  <Status kind={BECAME[e.became][0]}>{BECAME[e.became][1]}</Status>
                  {e.reason && <span className="mut sm"> {e.reason}</span>}
                </>
              ),
            },
            { key: 'last', head: 'Last', cell: (e) => dayWords(e.lastAt.slice(0, 10), today) },
            {
              key: 'do',
              head: <span className="unseen">Count</span>,
              cell: (e) =>
                e.type === 'track' && e.became === 'kept' && !counted(e.event) ? (
                  <Button size="small" kind="quiet" onPress={() => onCount(e.event, true)}>
                    Count as a touch
                  </Button>
                ) : counted(e.event) && e.became === 'touch' ? (
                  <Button size="small" kind="quiet" onPress={() => onCount(e.event, false)}>
                    No longer count
                  </Button>
                ) : null,
            },
          ]}
        />
      )}
      {source.events.some(({ became }) => became === 'refused') && <RefusedEvents id={source.id} />}
      <p className="dim xs">
        Counted by themselves: the beginning of a visit, and {touchEvents.slice(0, 4).join(', ')} and {touchEvents.length - 4} more names.
        An event that became nothing is kept for {keptDays} days and can still be counted.
      </p>
    </section>
  );
};
