import { useState } from 'react';
import { IconArrowRight } from '@tabler/icons-react';
import type { Edit } from '../../../domain/blueprint/edits.ts';
import { withEdits } from '../../../domain/blueprint/edits.ts';
import { shortfalls } from '../../../domain/blueprint/gate.ts';
import type { PlanLine } from '../../../domain/blueprint/plan.ts';
import type { PriorityId } from '../../../kernel/ids.ts';
import type { BlueprintView } from '../../../views/plan/blueprint.ts';
import { couldDrop, type CouldDrop } from '../../../views/plan/could-drop.ts';
import { CLASSES } from '../../../views/plan/classes.ts';
import { capital, count, days, dayWords, inWords, list, moneyShort } from '../../../views/words/format.ts';
import { shortfallWords } from '../../../views/words/refusals-blueprint.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { WordsField } from '../../components/fields/WordsField.tsx';
import { Note } from '../../components/Note.tsx';
import { Pending } from '../../components/Pending.tsx';
import { useCompany } from '../../state/company.tsx';
import { newId } from '../../state/ids.ts';
import { useRule } from '../../state/rule.ts';
import { say } from '../../state/toasts.ts';
import { useSpend } from '../budget/use-spend.ts';
import { emptyPriority, PriorityFields, type PriorityDraft } from '../work/PriorityFields.tsx';
import css from './Dialogs.module.css';
import { WhatChanges } from './WhatChanges.tsx';

/** A change of an agreed Blueprint: what comes in, therefore what goes out; it says all the while whether it fits. */
export const InThereforeOut = ({
  view,
  period,
  onClose,
}: {
  readonly view: BlueprintView;
  readonly period: string;
  readonly onClose: () => void;
}) => {
  const { book, company, role, today, nameOf, ask, may } = useCompany();
  const { plan, version } = view;
  const n = version!.n;
  const [id] = useState(() => newId('r'));
  const [change] = useState(() => newId('x'));
  const [note] = useState(() => newId('n'));
  const [draft, setDraft] = useState<PriorityDraft>(() => ({
    ...emptyPriority(company.fiscal, period),
    moscow: 'could',
    from: today > plan.from && today < plan.to ? today : plan.from,
  }));
  const [writing, setWriting] = useState(true);
  const [out, setOut] = useState<readonly PriorityId[]>([]);
  const [words, setWords] = useState('');
  const [refused, setRefused] = useState<string | null>(null);
  const spend = useSpend(period);
  // Until it is there nobody knows what stopping something gives back.
  const counting = role !== 'viewer' && spend === undefined && out.length > 0 ? 'What was paid is still being counted' : null;
  const drops = couldDrop(book, period, plan, spend);
  const chosen = drops.filter((d) => out.includes(d.line.id));
  const named = draft.title.trim() !== '' && draft.effortDays !== null;
  const line: PlanLine = { ...draft, effortDays: draft.effortDays ?? 0, id, dependsOn: [], skills: [], milestones: [] };
  const edits: Edit[] = [
    ...(named ? [{ edit: 'in' as const, line }] : []),
    ...chosen.map((d): Edit => ({ edit: 'out', priority: d.line.id, spentDays: d.spentDays, spentMinor: d.spentMinor, why: note })),
  ];
  const next = withEdits(plan, edits);
  const short = shortfalls(next);
  const money = (minor: number): string => moneyShort({ minor, currency: company.currency });
  const command = { type: 'blueprint/ask-change', period, version: n, change, words: note, edits } as const;
  const rule = useRule(edits.length > 0 ? [command] : []);
  const missing =
    edits.length === 0
      ? 'Name what comes in, or what goes out'
      : counting
        ? counting
        : short.length > 0
          ? capital(shortfallWords(short[0]!, book))
          : words.trim() === ''
            ? 'Say why, in a sentence'
            : rule;
  const free = view.meters.people.free ?? 0;
  const need = named ? Math.round((line.effortDays - free - chosen.reduce((s, d) => s + d.freeDays, 0)) * 10) / 10 : 0;
  const send = (): void => {
    const answer = ask([command], { notes: [{ id: note, text: words.trim() }] });
    if (!answer.ok) return setRefused(answer.words);
    say({
      kind: 'done',
      text: `${capital(inWords(version!.seats.length))} ${version!.seats.length === 1 ? 'seat is' : 'seats are'} asked to sign version ${n + 1}.`,
    });
    onClose();
  };
  const keep = (): void => {
    const answer = ask(
      [
        {
          type: 'scenario/try',
          id: newId('v'),
          period,
          name: named ? draft.title.trim() : `Without ${list(chosen.map((d) => d.line.title))}`,
          edits,
        },
      ],
      {
        notes: [{ id: note, text: words.trim() || 'Tried as a scenario.' }],
      },
    );
    if (!answer.ok) return setRefused(answer.words);
    say({ kind: 'done', text: 'Kept as a scenario.' });
    onClose();
  };
  return (
    <Dialog
      opened
      wide
      onClose={onClose}
      title="In, therefore out"
      onSubmit={() => !missing && send()}
      foot={
        <>
          <Button kind="quiet" onPress={onClose}>
            Cancel
          </Button>
          {may('scenario/try') && (
            <Button onPress={keep} forbid={edits.length === 0 ? 'Nothing is changed yet' : counting}>
              Save as scenario
            </Button>
          )}
          <Button kind="primary" submit forbid={missing}>
            Ask {inWords(version!.seats.length)} to sign
          </Button>
        </>
      }
    >
      <p className="mut">
        {!named
          ? `Version ${n + 1} begins with what comes in, or what stops. ${days(Math.max(0, free))} are free.`
          : need > 0
            ? `Version ${n + 1} needs ${days(line.effortDays)} for the new priority. ${days(Math.max(0, free))} are free. Name what gives up at least ${days(need)} more.`
            : `Version ${n + 1} needs ${days(line.effortDays)} for the new priority, and has them.`}
      </p>
      {writing ? (
        <div className={css.form}>
          <PriorityFields draft={draft} onChange={setDraft} />
          <div>
            <Button size="small" onPress={() => setWriting(false)} forbid={named ? null : 'Give it a title and its days'}>
              That is what comes in
            </Button>
          </div>
        </div>
      ) : (
        <div className={css.inout}>
          <section className={`${css.card} ${css.in}`}>
            <h3>In</h3>
            <b>{draft.title}</b>
            <p>
              {days(line.effortDays)}
              {line.budgetMinor !== null && `, ${money(line.budgetMinor)}`}. {CLASSES[line.moscow]}.{' '}
              {line.outcomes.length > 0
                ? `Serves ${list(line.outcomes.map((o) => book.outcome.get(o)?.name ?? o))}.`
                : 'Serves no outcome.'}
            </p>
            <p className="dim">
              {line.owner ? nameOf(line.owner) : 'Nobody yet'}, {dayWords(line.from, today)} to {dayWords(line.to, today)}
            </p>
            <Button size="small" kind="quiet" onPress={() => setWriting(true)}>
              Change it
            </Button>
          </section>
          <IconArrowRight size={18} stroke={1.6} aria-hidden="true" />
          <OutCard chosen={chosen} money={role === 'viewer' ? null : money} />
        </div>
      )}
      <fieldset className={css.drops}>
        <legend>What could drop</legend>
        {drops.map((d) => (
          <label key={d.line.id}>
            <input
              type="checkbox"
              checked={out.includes(d.line.id)}
              onChange={(event) => setOut(event.target.checked ? [...out, d.line.id] : out.filter((o) => o !== d.line.id))}
            />
            <span>{d.line.title}</span>
            <span className={css.r}>{count(d.freeDays, 1)} d</span>
            <span className={css.r}>{role === 'viewer' ? '' : spend ? money(d.freeMinor) : <Pending />}</span>
            <span className={d.starves.length > 0 ? css.starves : 'dim'}>
              {d.starves.length > 0 ? `Leaves ${list(d.starves)} without work` : CLASSES[d.line.moscow]}
            </span>
          </label>
        ))}
      </fieldset>
      {edits.length > 0 && (
        <section>
          <h3 className={css.h}>What changes</h3>
          <WhatChanges was={plan} now={next} names={[`Version ${n}`, `Version ${n + 1}`]} />
        </section>
      )}
      <WordsField label="Why" placeholder="Two vendors offered their customer lists for June." value={words} onChange={setWords} />
      {refused && <Note kind="off">{refused}</Note>}
    </Dialog>
  );
};

const OutCard = ({ chosen, money }: { readonly chosen: readonly CouldDrop[]; readonly money: ((minor: number) => string) | null }) => (
  <section className={`${css.card} ${css.out}`}>
    <h3>Out</h3>
    {chosen.length === 0 ? (
      <p className="mut">Nothing yet. Choose below what stops.</p>
    ) : (
      chosen.map((d) => (
        <div key={d.line.id}>
          <b>{d.line.title}</b>
          <p>
            Gives back {count(d.freeDays, 1)} of {days(d.line.effortDays)}
            {money && d.line.budgetMinor !== null && ` and ${money(d.freeMinor)} of ${money(d.line.budgetMinor)}`}.
          </p>
          <p className="dim">
            {d.spentDays > 0 || (d.spentMinor ?? 0) > 0
              ? `${days(d.spentDays)}${money && d.spentMinor ? ` and ${money(d.spentMinor)}` : ''} are already spent`
              : 'Nothing is spent yet'}
            {d.spentMinor === null && d.line.budgetMinor !== null && money ? '; no budget line says what was paid' : ''}
          </p>
        </div>
      ))
    )}
  </section>
);
