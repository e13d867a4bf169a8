import { useState } from 'react';
import { IconArrowRight } from '@tabler/icons-react';
import type { BlueprintChange } from '../../../domain/blueprint/blueprint.ts';
import type { Edit } from '../../../domain/blueprint/edits.ts';
import { standingPlan } from '../../../domain/blueprint/draft.ts';
import { daysHere, minorHere } from '../../../domain/blueprint/gate.ts';
import type { Plan } from '../../../domain/blueprint/plan.ts';
import { seatsOf } from '../../../domain/guidepoint/guidepoint.ts';
import { holdersOf } from '../../../views/agree/signed.ts';
import { difference } from '../../../views/plan/difference.ts';
import { differenceLines, takes } from '../../../views/plan/difference-words.ts';
import { count, days, dayWords, list, moneyShort } from '../../../views/words/format.ts';
import { seatTitle } from '../../../views/words/names.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { Note } from '../../components/Note.tsx';
import { WhyDialog } from '../../components/WhyDialog.tsx';
import { useCompany } from '../../state/company.tsx';
import { useRule } from '../../state/rule.ts';
import { say } from '../../state/toasts.ts';
import dialogs from './Dialogs.module.css';
import { Differences } from './Differences.tsx';
import css from './OpenChange.module.css';
import { WhatChanges } from './WhatChanges.tsx';

/** A change that waits for its signatures: what comes in, what goes out, who has signed. */
export const OpenChange = ({ period, change }: { readonly period: string; readonly change: BlueprintChange }) => {
  const { book, me, today, nameOf, noteOf, ask, may } = useCompany();
  const [open, setOpen] = useState<'sign' | 'decline' | null>(null);
  const now = standingPlan(book, period);
  const n = book.blueprint.get(period)!.versions.length;
  const reader = { book, today, nameOf };
  const ins = change.edits.flatMap((e) => (e.edit === 'in' || e.edit === 'alter' ? [e] : []));
  const outs = change.edits.flatMap((e) => (e.edit === 'out' ? [e] : []));
  const missing = change.seats.filter((s) => !change.signatures[s]);
  const mine = missing.filter((s) => seatsOf(book, me).includes(s));
  const titles = list(mine.map((s) => seatTitle(book, s)));
  const commands = mine.map((seat) => ({ type: 'blueprint/sign-change' as const, period, change: change.id, seat }));
  const rule = useRule(commands);
  const withdraw = { type: 'blueprint/withdraw-change', period, change: change.id } as const;
  const mayWithdraw = useRule([withdraw]) === null;
  const signed = change.seats.filter((s) => change.signatures[s]).map((s) => nameOf(change.signatures[s]!.by));
  const cards = (
    <div className={dialogs.inout}>
      <section className={`${dialogs.card} ${dialogs.in}`}>
        <h3>In</h3>
        {ins.length === 0 && <p className="mut">Nothing comes in.</p>}
        {ins.map(({ line }) => (
          <div key={line.id}>
            <b>{line.title}</b>
            <p>
              {takes(line, reader)}.{' '}
              {line.outcomes.length > 0
                ? `Serves ${list(line.outcomes.map((o) => book.outcome.get(o)?.name ?? o))}.`
                : 'Serves no outcome.'}
            </p>
            <p className="dim">
              {line.owner ? nameOf(line.owner) : 'Nobody yet'}, {dayWords(line.from, today)} to {dayWords(line.to, today)}
            </p>
          </div>
        ))}
      </section>
      <IconArrowRight size={18} stroke={1.6} aria-hidden="true" />
      <section className={`${dialogs.card} ${dialogs.out}`}>
        <h3>Out</h3>
        {outs.length === 0 && <p className="mut">Nothing goes out: it fits beside the rest.</p>}
        {outs.map((e) => (
          <GivenBack key={e.priority} out={e} plan={now} />
        ))}
      </section>
    </div>
  );
  return (
    <section className={css.change} aria-labelledby="open-change">
      <h2 id="open-change">{nameOf(change.askedBy)} proposes a change: in, therefore out</h2>
      <p className="agreed">{noteOf(change.words)}</p>
      {cards}
      <div className={css.foot}>
        <p className="sm">
          {signed.length > 0 ? (
            <>
              Signed by <b>{list(signed)}</b>.
            </>
          ) : (
            'Nobody has signed yet.'
          )}{' '}
          <span className="dim">
            Open: {list(missing.map((s) => `${seatTitle(book, s)} (${list(holdersOf(book, s).map(nameOf)) || 'nobody holds it'})`))}.
          </span>
        </p>
        <div className={css.do}>
          {mayWithdraw && (
            <Button
              kind="quiet"
              onPress={() => {
                const answer = ask([withdraw]);
                say(answer.ok ? { kind: 'done', text: 'The change is withdrawn.' } : { kind: 'problem', text: answer.words });
              }}
            >
              Withdraw
            </Button>
          )}
          {mine.length > 0 && may('blueprint/sign-change') && (
            <>
              <Button kind="quiet" onPress={() => setOpen('decline')}>
                Decline
              </Button>
              <Button kind="primary" onPress={() => setOpen('sign')} forbid={rule}>
                Sign for {titles}
              </Button>
            </>
          )}
        </div>
      </div>
      {Object.entries(change.declined).map(([seat, no]) => (
        <p key={seat} className="sm">
          {nameOf(no.by)} declined for {seatTitle(book, seat)}: <span className="agreed">“{noteOf(no.why)}”</span>
        </p>
      ))}
      {open === 'sign' && (
        <Dialog
          opened
          wide
          onClose={() => setOpen(null)}
          title={`Sign version ${n + 1}: in, therefore out`}
          onSubmit={() => {
            if (rule) return;
            const answer = ask(commands);
            say(answer.ok ? { kind: 'done', text: `Signed for ${titles}.` } : { kind: 'problem', text: answer.words });
            setOpen(null);
          }}
          foot={
            <>
              <Button onPress={() => setOpen(null)}>Not yet</Button>
              <Button kind="primary" submit forbid={rule}>
                Sign for {titles}
              </Button>
            </>
          }
        >
          <p className="agreed">{noteOf(change.words)}</p>
          {cards}
          <h3 className={dialogs.h}>What changes</h3>
          <WhatChanges was={now} now={change.plan} names={[`Version ${n}`, `Version ${n + 1}`]} />
          <Differences lines={differenceLines(difference(now, change.plan), reader)} />
          {rule && <Note kind="off">{rule}</Note>}
        </Dialog>
      )}
      {open === 'decline' && (
        <WhyDialog
          title="Decline this change"
          does="Decline it"
          onClose={() => setOpen(null)}
          onWhy={(why, note) => {
            const answer = ask(
              mine.map((seat) => ({ type: 'blueprint/decline-change' as const, period, change: change.id, seat, why })),
              { notes: [note] },
            );
            return answer.ok ? null : answer.words;
          }}
        >
          <p>{nameOf(change.askedBy)} sees your words. You can still sign it later.</p>
        </WhyDialog>
      )}
    </section>
  );
};

/** What goes out: what it gives back of what the plan gave it, and what is gone already. */
const GivenBack = ({ out, plan }: { readonly out: Extract<Edit, { edit: 'out' }>; readonly plan: Plan }) => {
  const { book, company, role } = useCompany();
  const money = (minor: number): string => moneyShort({ minor, currency: company.currency });
  const line = plan.lines.find((l) => l.id === out.priority);
  const has = line ? daysHere(plan, line) : null;
  const minor = line && role !== 'viewer' ? minorHere(plan, line) : null;
  const paid = out.spentMinor ?? 0;
  return (
    <div>
      <b>{line?.title ?? book.priority.get(out.priority)?.title}</b>
      {has !== null && (
        <p>
          Gives back {count(Math.max(0, has - out.spentDays), 1)} of {days(has)}
          {minor !== null && minor > 0 && ` and ${money(Math.max(0, minor - paid))} of ${money(minor)}`}.
        </p>
      )}
      <p className="dim">
        {out.spentDays > 0 || (minor !== null && paid > 0)
          ? `${days(out.spentDays)}${minor !== null && paid > 0 ? ` and ${money(paid)}` : ''} are already spent`
          : 'Nothing is spent yet'}
      </p>
    </div>
  );
};
