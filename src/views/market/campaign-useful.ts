/**
 * Can a campaign still help the outcome that it serves? The due date less the days until half of its channel's effect shows is
 * the last useful day to go out. A measured lag counts from the leads that come in; a stated one from the start of the work,
 * so that by it the day is rather too early than too late.
 */
import type { Book } from '../../domain/book.ts';
import type { Campaign } from '../../domain/campaign/campaign.ts';
import type { Outcome } from '../../domain/strategy/outcome.ts';
import { addDays, daysBetween, type Day } from '../../kernel/day.ts';
import { lagQuantile, shareWithin, USEFUL } from '../../models/delivery/useful-start.ts';
import { effectOf, lagLookup, type Lag, type MeasuredLags } from '../delivery/measured-lags.ts';
import { dayWords, percent } from '../words/format.ts';

/** `latest` null where nothing can be said: the text says why. `share` of the effect lands by the due date where it goes out as planned. */
export type CampaignUseful =
  | {
      readonly latest: Day;
      readonly late: boolean;
      readonly share: number;
      readonly outcome: Outcome;
      readonly lag: Lag;
      readonly text: string;
    }
  | { readonly latest: null; readonly text: string };

const BASIS: { readonly [B in Lag['basis']]: string } = {
  measured: 'measured',
  pooled: 'measured over all channels, for it has too few of its own',
  stated: 'stated, not measured',
};

export const campaignUseful = (book: Book, { item, channel, from }: Campaign, measured: MeasuredLags, today: Day): CampaignUseful => {
  const priority = item === null ? null : (book.item.get(item)?.priority ?? null);
  const outcomes = (priority === null ? [] : (book.priority.get(priority)?.outcomes ?? []))
    .flatMap((id) => book.outcome.get(id) ?? [])
    .filter(({ retired }) => !retired);
  const outcome = outcomes.toSorted((a, b) => (a.due < b.due ? 1 : -1))[0];
  if (!outcome) return { latest: null, text: 'not known: its work serves no outcome with a date' };
  const lag = lagLookup(book, measured, 0)(channel, effectOf(outcome));
  if (!lag) return { latest: null, text: `not known: how long ${channel} takes to show is neither measured nor stated` };
  const latest = addDays(outcome.due, -Math.ceil(lagQuantile(lag, USEFUL)));
  const share = shareWithin(lag, daysBetween(from, outcome.due));
  const late = from > latest;
  const lands = share < 0.005 ? 'nothing' : percent(Math.round(share * 100) / 100);
  return {
    latest,
    late,
    share,
    outcome,
    lag,
    text: `${dayWords(latest, today)}: half of what ${channel} brings shows within ${Math.round(lag.half)} days (${BASIS[lag.basis]}), and “${outcome.name}” is due on ${dayWords(outcome.due, today)}. As planned, ${lands} of its effect lands in time.`,
  };
};
