/** Agreements at random: what people might ask of duties, expectations and the decision log. */
import type { PersonId } from '../kernel/ids.ts';
import type { Command } from './book.ts';
import { DUTIES, type DutyOf } from './agreements/duty.ts';
import type { Evidence } from './agreements/evidence.ts';
import { latest, SIDES, type Party, type Promised } from './agreements/expectation.ts';
import type { Draw } from './random-draw.ts';

type AgreementCommand = Extract<Command, { readonly type: `${'duty' | 'expectation' | 'logged'}/${string}` }>;
type Makers = {
  readonly [T in AgreementCommand['type']]: (d: Draw) => Omit<Extract<AgreementCommand, { readonly type: T }>, 'type'>;
};

const dutyOf = (d: Draw): DutyOf => d.random.pick([d.priority, d.priority, d.outcome, d.objective])();
const anyDuty = (d: Draw) => d.random.pick([...DUTIES.raci, ...DUTIES.raci, ...DUTIES.daci]);
const someHeld = (d: Draw) => {
  const all = [...d.book.duty.values()].flatMap(({ of, held }) => held.map((h) => ({ of, ...h })));
  return all.length > 0 && d.random.chance(0.9) ? d.random.pick(all) : { of: dutyOf(d), person: d.person(), duty: anyDuty(d) };
};

const party = (d: Draw, seat: string): Party =>
  d.random.chance(0.75)
    ? { seat, person: d.random.chance(0.7) ? null : d.holder(seat) }
    : { seat: d.random.chance(0.5) ? null : d.seat(), person: d.random.chance(0.3) ? null : d.person() };
const subjects = (d: Draw): string[] =>
  Array.from({ length: d.random.whole(0, 2) }, () =>
    d.random.pick<() => string>([d.priority, d.outcome, d.objective, d.item, d.campaign])(),
  );
const promised = (d: Draw): Promised => ({
  statement: d.text(),
  due: d.day(),
  promises: party(d, 'marketing'),
  expects: party(d, 'sales'),
  about: subjects(d),
});
const at = (d: Draw) => {
  const open = [...d.book.expectation.values()].filter((e) => !e.ended);
  const e = open.length > 0 && d.random.chance(0.9) ? d.random.pick(open) : d.book.expectation.values().next().value;
  const n = e ? latest(e).n : 1;
  return { id: e?.id ?? ('e_none' as const), revision: d.random.chance(0.1) ? n - 1 : n };
};
const side = (d: Draw) => d.random.pick(SIDES);

/** A number of a question anybody may ask, or one counted from the plan, which a viewer must never see. */
const evidence = (d: Draw): Evidence => {
  const asked = d.random.chance(0.5);
  const value = asked ? d.number() : d.secret();
  return {
    what: asked ? 'Open pipeline' : 'Money left in the plan',
    shown: String(value),
    value: Number.isFinite(value) || d.random.chance(0.5) ? value : null,
    low: null,
    high: null,
    unit: d.random.pick(['money', 'count', 'other'] as const),
    currency: 'EUR',
    askedBy: asked ? { name: 'measures', parameters: [{ name: 'since', value: d.day() }], row: 'open pipeline', figure: 'value' } : null,
    coverage: asked ? { have: 3, of: 4 } : null,
    asOf: d.day(),
    loads: [1, 2],
  };
};

/** Who would ask this of an expectation; null for any other command. */
export const likelyAgreeing = (d: Draw, command: Command): PersonId | null => {
  if (!command.type.startsWith('expectation/') || !('revision' in command)) return null;
  const e = d.book.expectation.get(command.id as `e_${string}`);
  const asked = e && latest(e)['side' in command ? command.side : 'expects'];
  return asked?.person ?? d.holder(asked?.seat ?? 'ceo');
};

export const AGREEMENT_MAKERS: Makers = {
  'duty/give': (d) => ({ of: dutyOf(d), person: d.person(), duty: anyDuty(d) }),
  'duty/take-back': someHeld,
  'duty/choose-scheme': (d) => ({ of: dutyOf(d), scheme: d.random.pick(['raci', 'daci'] as const) }),
  'expectation/propose': (d) => ({ id: d.fresh('e'), ...promised(d) }),
  'expectation/revise': (d) => ({ ...at(d), ...promised(d) }),
  'expectation/sign': (d) => {
    const asked = at(d);
    const e = d.book.expectation.get(asked.id);
    const missing = SIDES.filter((one) => !e || !latest(e).signatures[one]);
    return { ...asked, side: missing.length > 0 ? d.random.pick(missing) : side(d) };
  },
  'expectation/decline': (d) => ({ ...at(d), side: side(d), why: d.note() }),
  'expectation/keep': (d) => ({ ...at(d), why: d.random.chance(0.5) ? d.note() : null }),
  'expectation/break': (d) => ({ ...at(d), why: d.note() }),
  'expectation/release': (d) => ({ ...at(d), why: d.note() }),
  'expectation/withdraw': (d) => ({ id: at(d).id, why: d.note() }),
  'logged/decide': (d) => {
    const standing = [...d.book.logged.keys()];
    return {
      id: d.fresh('l'),
      supersedes: standing.length > 0 && d.random.chance(0.3) ? d.random.pick(standing) : null,
      matter: d.text(),
      decided: d.text(),
      deciders: [...new Set(Array.from({ length: d.random.whole(d.random.chance(0.1) ? 0 : 1, 3) }, d.person))],
      on: d.day(),
      alternatives: Array.from({ length: d.random.whole(0, 2) }, () => ({ text: d.text(), against: d.random.chance(0.5) ? '' : d.text() })),
      evidence: Array.from({ length: d.random.whole(0, 2) }, () => evidence(d)),
      about: subjects(d),
    };
  },
};
