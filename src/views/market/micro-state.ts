/** Where a micro-campaign stands, and who does what next: the line of the list, the head of its page, the entry in Decisions. */
import { takenNow, waitingOverrule } from '../../domain/agreements/verdict.ts';
import type { Book } from '../../domain/book.ts';
import type { Campaign } from '../../domain/campaign/campaign.ts';
import { standingLooks, unanswered, type Micro } from '../../domain/campaign/micro.ts';
import { isByHand } from '../../domain/campaign/criteria-hold.ts';
import type { Day } from '../../kernel/day.ts';
import type { PersonId } from '../../kernel/ids.ts';
import { dayWords, plural } from '../words/format.ts';
import { VERDICT_WORDS } from '../words/criteria.ts';

export type MicroPhase =
  | 'brief'
  | 'criteria'
  | 'to-freeze'
  | 'ready'
  | 'running'
  | 'overrule'
  | 'decided'
  | 'scaled'
  | 'aborted'
  | 'dropped';

/** What comes next and on whom it waits; null where it waits for whoever plans. */
export type NextAct = {
  readonly act:
    | 'write-criteria'
    | 'propose-criteria'
    | 'freeze'
    | 'answer'
    | 'start'
    | 'look'
    | 'verdict'
    | 'confirm'
    | 'scale'
    | 'abort'
    | null;
  readonly text: string;
  readonly waitsFor: PersonId | null;
};
export type MicroState = { readonly phase: MicroPhase; readonly said: string; readonly next: NextAct };

const NOTHING: NextAct = { act: null, text: 'Nothing is left to do', waitsFor: null };

/** null for a campaign that is no micro-campaign. */
export const microState = (book: Book, campaign: Campaign, today: Day): MicroState | null => {
  const { micro } = campaign;
  if (!micro) return null;
  if (campaign.retired) return { phase: 'dropped', said: 'dropped', next: NOTHING };
  if (micro.ended) return { phase: micro.ended.how, said: micro.ended.how, next: NOTHING };
  return micro.started ? afterStart(book, campaign, micro) : beforeStart(campaign, micro, today);
};

const beforeStart = (c: Campaign, m: Micro, today: Day): MicroState => {
  const { written } = m;
  if (!written)
    return { phase: 'brief', said: 'no criteria yet', next: { act: 'write-criteria', text: 'Write the criteria', waitsFor: null } };
  if (!written.frozen && !written.proposed)
    return {
      phase: 'criteria',
      said: written.declined
        ? 'criteria not frozen, and why'
        : written.overtaken
          ? 'changed since it was put forward'
          : 'criteria as a draft',
      next: {
        act: 'propose-criteria',
        text: written.overtaken ? 'Put the criteria forward again' : 'Put the criteria to a second person',
        waitsFor: null,
      },
    };
  if (!written.frozen)
    return {
      phase: 'to-freeze',
      said: 'waits to be frozen',
      next: { act: 'freeze', text: 'Freeze the criteria', waitsFor: written.proposed!.second },
    };
  const open = unanswered(m).length;
  if (open > 0)
    return {
      phase: 'ready',
      said: 'frozen',
      next: { act: 'answer', text: `Answer ${plural(open, 'readiness question')}`, waitsFor: null },
    };
  if (today < c.from)
    return { phase: 'ready', said: 'frozen', next: { act: null, text: `Starts on ${dayWords(c.from, today)}`, waitsFor: null } };
  return { phase: 'ready', said: 'frozen', next: { act: 'start', text: 'Start it', waitsFor: null } };
};

const afterStart = (book: Book, { id }: Campaign, m: Micro): MicroState => {
  const verdict = book.verdict.get(id);
  const waiting = waitingOverrule(verdict);
  if (waiting)
    return {
      phase: 'overrule',
      said: `overrule asked: ${VERDICT_WORDS[waiting.word].toLowerCase()}`,
      next: { act: 'confirm', text: 'Confirm or decline the overrule', waitsFor: waiting.second },
    };
  const word = takenNow(verdict)?.word;
  if (word === 'scale' || word === 'abort')
    return { phase: 'decided', said: `decided: ${word}`, next: { act: word, text: VERDICT_WORDS[word], waitsFor: null } };
  const hand = isByHand(m.written!.criteria.measure);
  if (hand && standingLooks(m).length === 0)
    return { phase: 'running', said: 'running', next: { act: 'look', text: 'Tell the first look', waitsFor: null } };
  return { phase: 'running', said: 'running', next: { act: 'verdict', text: 'Look at the verdict', waitsFor: null } };
};
