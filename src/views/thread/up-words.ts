/** A walk up in words: its finding, and the story of each lane. */
import { capital, moneyFull, moneyShort, plural, quarterWords, tally } from '../words/format.ts';
import { figure, text, type Prose } from '../words/prose.ts';
import { chainOf } from './chain.ts';
import type { Context } from './context.ts';
import { whyOf } from './story.ts';
import type { LaneStory, ThreadFacts } from './thread.ts';
import { chainsOf, type Walked } from './walked.ts';

/** The finding and its scope. */
export const titleOf = (
  walked: readonly Walked[],
  facts: ThreadFacts,
  { period }: Context,
): { readonly title: Prose; readonly scope: string } => {
  const sum = (of: readonly Walked[]): number => of.reduce((total, w) => total + (w.deal.amountMinor ?? 0), 0);
  const won = sum(walked);
  if (walked.length === 0)
    return { title: [text(`Nothing closed in ${quarterWords(period.id)}.`)], scope: 'A walk up starts from won deals.' };
  const money = figure(moneyShort({ minor: won, currency: facts.currency }), {
    what: `Revenue closed in ${quarterWords(period.id)}`,
    rows: { of: 'opportunity', n: walked.length, ids: walked.slice(0, 100).map((w) => w.deal.id) },
  });
  const guidepoints = new Set(chainsOf(walked).flatMap((c) => c.guidepoint?.period ?? [])).size;
  const before = sum(walked.filter((w) => w.deal.firstTouchOn !== null && w.deal.firstTouchOn < period.from));
  const share = won > 0 ? before / won : 0;
  const when = share > 0.5 ? 'mostly before the quarter' : share > 0 ? 'partly before the quarter' : 'all of it within the quarter';
  const reach = won > 0 ? Math.round((sum(walked.filter((w) => w.deal.touches > 0)) / won) * 100) : 0;
  return {
    title:
      guidepoints > 0
        ? [text('The '), money, text(` closed in ${quarterWords(period.id)} began in ${plural(guidepoints, 'Guidepoint')}, ${when}.`)]
        : [text('The '), money, text(` closed in ${quarterWords(period.id)} leads back to no Guidepoint yet.`)],
    scope: `${capital(plural(walked.length, 'deal'))}, walked up to the objective each one served. ${reach} % of the money reaches a touch.`,
  };
};

/** Why one deal signed, and what its main campaign brought. */
export const storyOf = ({ deal, main }: Walked, facts: ThreadFacts, ctx: Context): LaneStory => {
  const among = main?.campaign ? `, among them ${main.campaign.name}` : '';
  const brought = main?.campaign ? facts.campaigns.find((c) => c.campaign === main.campaign!.id) : undefined;
  return {
    lane: deal.id,
    title: deal.name,
    up: [
      text(`${capital(plural(deal.touches, 'touch', 'touches'))} of ${plural(deal.people, 'person', 'people')}${among}. `),
      ...whyOf(main ?? chainOf(ctx.book, 'c_none'), ctx),
    ],
    down: brought
      ? [
          text(`${main!.campaign!.name} met ${plural(brought.accounts, 'account')} in ${plural(brought.touches, 'touch', 'touches')}. `),
          figure(tally(brought.opened, 'opportunity', 'opportunities'), {
            what: `Opportunities opened after a touch of ${main!.campaign!.name}`,
            ask: { question: 'credit', by: 'campaign', since: ctx.period.from, until: ctx.period.to },
          }),
          text(' opened after it; '),
          figure(moneyFull({ minor: brought.wonMinor, currency: facts.currency }), {
            what: `Revenue credited to ${main!.campaign!.name}, equal credit to every touch`,
            ask: { question: 'credit', by: 'campaign', since: ctx.period.from, until: ctx.period.to },
          }),
          text(' of the closed revenue is its share by equal credit. That describes what happened; it does not prove cause.'),
        ]
      : [text('No campaign of the plan touched this deal, so there is nothing to walk down from.')],
  };
};
