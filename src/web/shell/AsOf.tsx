import { IconClock, IconCloudOff } from '@tabler/icons-react';
import { localTime } from '../../kernel/zone.ts';
import { dayWords, plural } from '../../views/words/format.ts';
import { useCompany } from '../state/company.tsx';
import { useFacts } from '../state/facts.ts';
import css from './AsOf.module.css';

/** As of when the numbers are; amber, with since when, while the server cannot be reached. */
export const AsOf = ({ note }: { readonly note?: string | undefined }) => {
  const { company, today, line, waiting } = useCompany();
  const { data } = useFacts('loads', {});
  const when = (instant: string): string => {
    const local = localTime(company.zone, instant);
    return `${dayWords(local.slice(0, 10), today)}, ${local.slice(11, 16)}`;
  };
  if (!line.open)
    return (
      <span className={`${css.asof} ${css.stale}`} role="status">
        <IconCloudOff size={14} stroke={1.6} aria-hidden="true" />
        <span>
          Offline since {when(new Date(line.since).toISOString()).split(', ')[1]}
          {waiting > 0 && `, ${plural(waiting, 'decision')} kept`}
        </span>
      </span>
    );
  if (note) return <span className={css.asof}>{note}</span>;
  if (!data) return null;
  const newest = data.loads.filter((l) => l.revertedAt === null).reduce((last, l) => (l.loadedAt > last ? l.loadedAt : last), '');
  return (
    <span className={css.asof}>
      <IconClock size={14} stroke={1.6} aria-hidden="true" />
      <span>{newest === '' ? 'No numbers loaded yet' : `Numbers as of ${when(newest)}`}</span>
    </span>
  );
};
