import { useState } from 'react';
import { Link } from 'wouter';
import { isAgreed, newest } from '../../../domain/blueprint/blueprint.ts';
import type { Command } from '../../../domain/book.ts';
import { standingPlan } from '../../../domain/blueprint/draft.ts';
import type { NoteId } from '../../../kernel/ids.ts';
import type { OutcomeForecast } from '../../../views/forecast/forecast.ts';
import { spanOf, type Moves } from '../../../views/forecast/moved.ts';
import { addDays } from '../../../kernel/day.ts';
import { quarterWords } from '../../../views/words/format.ts';
import { Button } from '../../components/Button.tsx';
import { WhyDialog } from '../../components/WhyDialog.tsx';
import { useCompany } from '../../state/company.tsx';
import { newId } from '../../state/ids.ts';
import { useRule } from '../../state/rule.ts';
import { say } from '../../state/toasts.ts';

type Props = { readonly forecast: OutcomeForecast; readonly moves: Moves; readonly onDone: () => void };

/** Takes what was tried to the Blueprint: a change to sign where it is agreed, new dates where it is a draft. */
export const ProposeMoves = ({ forecast, moves, onDone }: Props) => {
  const { book, ask, may } = useCompany();
  const [asking, setAsking] = useState(false);
  const [note] = useState(() => newId('n'));
  const [change] = useState(() => newId('x'));
  const bars = forecast.numbers?.bars ?? [];
  const moved = bars.flatMap((bar) => {
    const move = moves.get(bar.id);
    return move === undefined || move === 'dropped' ? [] : [{ bar, shift: move.shift, ...spanOf(bar, move) }];
  });
  const dropped = bars.filter(({ id }) => moves.get(id) === 'dropped');
  const periods = [...new Set(moved.map(({ bar }) => bar.period))];
  const commandsFor = (why: NoteId): Command[] =>
    periods.flatMap((period): Command[] => {
      const blueprint = book.blueprint.get(period);
      const version = newest(blueprint);
      const here = moved.filter(({ bar }) => bar.period === period);
      if (!blueprint || !version || !isAgreed(blueprint))
        return here.map(({ bar, from, to }) => ({ type: 'priority/reschedule', id: bar.id, from, to }));
      const plan = standingPlan(book, period);
      const edits = here.flatMap(({ bar, from, to, shift }) => {
        const line = plan.lines.find(({ id }) => id === bar.id);
        if (!line) return [];
        const milestones = line.milestones.map((m) => ({ ...m, day: addDays(m.day, shift) }));
        return [{ edit: 'alter' as const, line: { ...line, from, to, milestones } }];
      });
      return [
        { type: 'blueprint/ask-change', period, version: version.n, change: periods.length > 1 ? newId('x') : change, words: why, edits },
      ];
    });
  const rule = useRule(moved.length > 0 ? commandsFor(note) : []);
  if (moved.length === 0)
    return dropped.length > 0 ? (
      <span className="sm">
        What is left out is proposed on the{' '}
        <Link className="lnk" href={`/plan/blueprint/${dropped[0]!.period}`}>
          Blueprint
        </Link>
        , with what was spent on it.
      </span>
    ) : null;
  const forbid = may('priority/reschedule') ? rule : 'Only owners and marketers change the Blueprint';
  return (
    <>
      <Button kind="primary" size="small" onPress={() => setAsking(true)} forbid={forbid}>
        Propose to the Blueprint
      </Button>
      {asking && (
        <WhyDialog
          title={`Move ${moved.length === 1 ? moved[0]!.bar.title : `${moved.length} priorities`} in the Blueprint`}
          does="Propose it"
          onClose={() => setAsking(false)}
          onWhy={(why, words) => {
            const answer = ask(commandsFor(why), { notes: [words] });
            if (!answer.ok) return answer.words;
            say({ kind: 'done', text: `Proposed to the Blueprint of ${quarterWords(periods[0]!)}.` });
            onDone();
            return null;
          }}
        >
          <p className="mut">The dates of its campaigns stay with whoever runs them. The chance was computed with them moved along.</p>
        </WhyDialog>
      )}
    </>
  );
};
