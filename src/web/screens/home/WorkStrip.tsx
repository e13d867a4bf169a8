import type { Knot } from '../../../views/home/home.ts';
import { openedKnot } from '../../../views/home/opened.ts';
import { count, days, moneyShort, tally } from '../../../views/words/format.ts';
import { Figure } from '../../components/figure/Figure.tsx';
import { Unknown } from '../../components/figure/Unknown.tsx';
import { ThreadStrip } from '../../components/thread/ThreadStrip.tsx';

/** The nine links with what stands on each; a break shows in the line and in words. */
export const WorkStrip = ({ strip, period }: { readonly strip: readonly Knot[]; readonly period: string }) => (
  <ThreadStrip
    knots={strip.map((knot) => ({
      link: knot.link,
      figure:
        knot.n === null ? (
          <Unknown what={knot.link} why={knot.why ?? 'Not known.'} />
        ) : (
          <Figure opens={openedKnot(knot, period)}>{knot.link === 'revenue' && knot.money ? moneyShort(knot.money) : count(knot.n)}</Figure>
        ),
      sub: knot.gaps[0]?.text ?? under(knot),
      gap: knot.gaps.length > 0,
    }))}
  />
);

const under = (knot: Knot): string => {
  if (knot.link === 'revenue' && knot.n !== null) return tally(knot.n, 'deal');
  if (knot.effortDays !== null && knot.effortDays > 0) return days(Math.round(knot.effortDays));
  return knot.money && knot.money.minor !== 0 ? moneyShort(knot.money) : '\u00a0';
};
