/** Expectations as a person looks at them: how each stands, which need what, and the finding over all. */
import { isAgreed, latest, SIDES, type Expectation } from '../../domain/agreements/expectation.ts';
import type { Book } from '../../domain/book.ts';
import { daysBetween, type Day } from '../../kernel/day.ts';
import { ENDED_WORDS } from '../words/agreements.ts';
import { capital, dayWords, inWords, plural, tally } from '../words/format.ts';
import { REMIND_DAYS, sidesMissing } from './to-sign.ts';

export type Stands = 'unsigned' | 'running' | 'ended';
export type ExpectationLook = {
  readonly expectation: Expectation;
  readonly stands: Stands;
  readonly state: 'on' | 'risk' | 'off' | 'early' | 'unknown';
  /** How it stands, in a few words. */
  readonly words: string;
};

export const lookAt = (expectation: Expectation, today: Day): ExpectationLook => {
  const r = latest(expectation);
  if (expectation.ended) {
    const { how } = expectation.ended;
    return { expectation, stands: 'ended', state: how === 'kept' ? 'on' : how === 'broken' ? 'off' : 'unknown', words: ENDED_WORDS[how] };
  }
  if (!isAgreed(r)) {
    const no = SIDES.some((side) => r.declined[side]);
    const n = 2 - sidesMissing(expectation).length;
    return {
      expectation,
      stands: 'unsigned',
      state: no ? 'off' : 'early',
      words: no ? 'Declined' : n === 0 ? 'Not signed yet' : 'One signature missing',
    };
  }
  const left = daysBetween(today, r.due);
  if (left < 0) return { expectation, stands: 'running', state: 'off', words: `${tally(-left, 'day')} over` };
  return {
    expectation,
    stands: 'running',
    state: left <= REMIND_DAYS ? 'risk' : 'on',
    words: left === 0 ? 'due today' : `by ${dayWords(r.due, today)}`,
  };
};

/** Those that wait for signatures, then those that run (soonest first), then those that ended (newest first). */
export const expectationLooks = (book: Book, today: Day): ExpectationLook[] => {
  const order = { unsigned: 0, running: 1, ended: 2 } as const;
  return [...book.expectation.values()]
    .map((e) => lookAt(e, today))
    .toSorted(
      (a, b) =>
        order[a.stands] - order[b.stands] ||
        (a.stands === 'ended'
          ? b.expectation.ended!.at.localeCompare(a.expectation.ended!.at)
          : latest(a.expectation).due.localeCompare(latest(b.expectation).due)),
    );
};

export const expectationsTitle = (looks: readonly ExpectationLook[]): string => {
  const of = (stands: Stands): number => looks.filter((l) => l.stands === stands).length;
  const [unsigned, running, ended] = [of('unsigned'), of('running'), of('ended')];
  if (looks.length === 0) return 'Nobody has promised anybody anything yet.';
  const over = looks.filter((l) => l.stands === 'running' && l.state === 'off').length;
  const parts = [
    unsigned > 0 && `${plural(unsigned, 'expectation waits', 'expectations wait')} for a signature`,
    running > 0 &&
      `${inWords(running)} ${running === 1 ? 'runs' : 'run'}${over > 0 ? `, ${over === running ? (running === 1 ? 'past its day' : 'all past their day') : `${inWords(over)} past ${over === 1 ? 'its' : 'their'} day`}` : ''}`,
  ].filter((p) => p !== false);
  if (parts.length > 0) return `${capital(parts.join('; '))}.`;
  const kept = looks.filter((l) => l.expectation.ended?.how === 'kept').length;
  return `Nothing is open: ${inWords(kept)} of ${plural(ended, 'expectation')} ${kept === 1 ? 'was' : 'were'} kept.`;
};
