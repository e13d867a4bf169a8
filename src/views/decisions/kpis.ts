/** KPIs that ask for their owner: nobody has said the value for longer than it looks back, or it left its corridor. */
import { may } from '../../domain/may.ts';
import { latest } from '../../domain/strategy/check-in.ts';
import type { Kpi } from '../../domain/strategy/kpi.ts';
import { daysBetween } from '../../kernel/day.ts';
import { healthOf } from '../agree/kpi.ts';
import { corridorWords } from '../words/corridor.ts';
import { tally } from '../words/format.ts';
import { valueShort } from '../words/values.ts';
import type { Decision, Looker } from './decision.ts';

const mine = (look: Looker): Kpi[] => [...look.book.kpi.values()].filter((k) => k.owner === look.me && !k.retired);

/** Reported KPIs of mine whose last value is older than what they look back over, or that never had one. */
export const toCheckInKpi = (look: Looker): Decision[] =>
  mine(look).flatMap((k) => {
    if (k.metric.kind !== 'reported' || !may(look.book, look.me, 'kpi/check-in')) return [];
    const last = latest(k.checkIns, look.today);
    const days = last && daysBetween(last.on, look.today);
    if (days !== null && days <= k.overDays) return [];
    return [
      {
        id: `check-in:${k.id}`,
        title: `Check in on “${k.name}”`,
        text: `It looks back over ${tally(k.overDays, 'day')}. Say what the value is today; silence is not green.`,
        quote: null,
        by: null,
        when: days === null ? 'no value yet' : `${tally(days, 'day')} silent`,
        state: days !== null && days > 2 * k.overDays ? 'off' : 'risk',
        action: 'Check in',
        href: `/agree/kpis/${k.id}`,
      },
    ];
  });

/** Where it stands: a reported one by its last check-in, a measured one by what the server has counted; null where that is not known. */
const valueOf = (look: Looker, k: Kpi): number | null =>
  k.metric.kind === 'reported'
    ? (latest(k.checkIns, look.today)?.value ?? null)
    : (look.kpis?.find(({ id }) => id === k.id)?.value ?? null);

/** KPIs of mine outside their corridor. */
export const kpisOut = (look: Looker): Decision[] =>
  mine(look).flatMap((k) => {
    const value = valueOf(look, k);
    const health = healthOf(k, value);
    if (value === null || (health !== 'low' && health !== 'high')) return [];
    const currency = look.book.company.get('company')?.currency ?? null;
    return [
      {
        id: `corridor:${k.id}`,
        title: `Look at “${k.name}”`,
        text: `It stands at ${valueShort(value, k.metric.unit, currency)}, ${health === 'low' ? 'below' : 'above'} its corridor; it is healthy ${corridorWords(k, k.metric.unit, currency)}. Bring it back, or move the corridor with a reason.`,
        quote: null,
        by: null,
        when: 'out of its corridor',
        state: 'off',
        action: 'See the KPI',
        href: `/agree/kpis/${k.id}`,
      },
    ];
  });
