/** Followed: words and findings that funnel and lag share. */
import type { Finding } from '../../kernel/answer.ts';
import { finding } from './findings.ts';
import { table, type Raw } from './raw.ts';
import { many } from './words.ts';

export type Words = {
  readonly from: string;
  readonly began: string;
  readonly ended: string;
  readonly to: string;
  readonly unit: 'account' | 'lead' | 'deal';
  readonly period: string;
};

/** Who is followed from where to where, in words. */
export const followedWords = ({ params }: Raw): Words => {
  const [from, to] = [String(params['from']), String(params['to'])];
  const since = params['since'] ? ` on or after ${String(params['since'])}` : '';
  const until = params['until'] ? ` before ${String(params['until'])}` : '';
  return {
    from,
    to,
    began: REACHED[from] ?? `reached "${from}"`,
    ended: REACHED[to] ?? `reached "${to}"`,
    unit: from === 'touch' ? 'account' : from === 'lead' ? 'lead' : 'deal',
    period: since && until ? `${since} and${until}` : since || until,
  };
};

const REACHED: { readonly [milestone: string]: string } = {
  touch: 'were touched for the first time',
  lead: 'were created',
  opened: 'were opened',
  closed: 'were closed, won or lost',
  won: 'were won',
  lost: 'were lost',
};

type Negative = { readonly id: string; readonly days: number };

export const negativeLag = (raw: Raw, n: number): Finding | null => {
  if (n === 0) return null;
  const rows = table<Negative>(raw, 'negative');
  const { from, to, unit } = followedWords(raw);
  const worst = rows[0];
  return finding(
    'negative-lag',
    n,
    `${many(n, unit)} reached "${to}" before "${from}"${worst ? `: ${worst.id} by ${many(-worst.days, 'day')}${n > 1 ? ' and others' : ''}` : ''}.`,
    {
      ids: rows.map((row) => row.id),
      detail: { days: Object.fromEntries(rows.map((row) => [row.id, row.days])) },
    },
  );
};

export const unlinkedDeals = (raw: Raw): Finding | null => {
  const [row] = raw.tables['unlinked'] as readonly { readonly n: number; readonly minor: number | null; readonly ids: readonly string[] }[];
  if (!row || row.n === 0) return null;
  return finding(
    'unlinked-deals',
    row.n,
    `${many(row.n, 'deal')} reached "${followedWords(raw).to}" and ${row.n === 1 ? 'names' : 'name'} no lead that is here; ${row.n === 1 ? 'it is' : 'they are'} in no row.`,
    { ids: row.ids, minor: row.minor },
  );
};
