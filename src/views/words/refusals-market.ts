/** Refusals about micro-campaigns, in words: what is the matter, where, and what to do. */
import type { Book } from '../../domain/book.ts';
import { NOT_JUDGED } from './not-judged.ts';
import { QUESTION_WORDS, VERDICT_WORDS } from './criteria.ts';
import { capital, count, dayWords, exact, list, moneyFull, percentExact, plural, quarterWords, short } from './format.ts';
import { shortfallWords } from './refusals-blueprint.ts';
import type { RefusalTable, RefusalWords } from './refusal-table.ts';
import { thingTitle } from './names.ts';

const words = (text: string, todo: string): RefusalWords => ({ text, todo });
const named = (book: Book, id: string): string => `“${short(thingTitle(book, 'campaign', id), 60)}”`;
const line = (book: Book, id: string): string => `“${short(thingTitle(book, 'budget', id), 60)}”`;
const word = (w: keyof typeof VERDICT_WORDS): string => `“${VERDICT_WORDS[w].toLowerCase()}”`;
const BACK = {
  day: 'is for an earlier day than the last one',
  counts: 'has fewer cases than the last one',
  money: 'has less money spent than the last one',
};

type Said =
  | 'campaign-runs'
  | 'money-set-aside'
  | 'line-needed'
  | 'line-in-other-currency'
  | 'more-than-left'
  | 'thresholds-crossed'
  | 'not-a-threshold'
  | 'hand-and-facts'
  | 'cannot-be-judged'
  | 'frame-frozen'
  | 'relative-needs-variants'
  | 'too-many-guardrails'
  | 'deadline-before-start'
  | 'no-brief'
  | 'criteria-frozen'
  | 'criteria-not-frozen'
  | 'campaign-ended'
  | 'starts-later'
  | 'deadline-passed'
  | 'questions-open'
  | 'variants-needed'
  | 'second-is-first'
  | 'second-not-here'
  | 'not-the-second'
  | 'no-criteria'
  | 'criteria-moved-on'
  | 'criteria-not-proposed'
  | 'start-has-passed'
  | 'not-started-yet'
  | 'look-out-of-range'
  | 'look-goes-back'
  | 'arms-do-not-match'
  | 'nothing-told'
  | 'not-another-word'
  | 'overrule-waits'
  | 'no-such-overrule'
  | 'overrule-answered'
  | 'not-the-asker'
  | 'overruled-on-this'
  | 'verdict-needed'
  | 'looked-since'
  | 'not-work-of-campaign'
  | 'follow-in-the-past'
  | 'scale-over-capacity';

export const MARKET_REFUSALS: Pick<RefusalTable, Said> = {
  'campaign-runs': ({ campaign }, book) =>
    words(
      `${named(book, campaign)} has started as a micro-campaign, so its answers stay and it is not dropped.`,
      'End it by its verdict: scale or abort.',
    ),
  'money-set-aside': ({ campaign }, book) =>
    words(
      `The money of ${named(book, campaign)} is set aside already.`,
      'Drop it, which gives the money back, and plan it anew with other money.',
    ),
  'line-needed': ({ campaign }, book) =>
    words(
      `${book.campaign.has(campaign) ? named(book, campaign) : 'The follow-up'} costs money, and no budget line pays for it.`,
      book.campaign.has(campaign)
        ? 'Name the budget line in its brief, or give it no budget.'
        : 'Choose the line that pays, or leave its budget empty.',
    ),
  'line-in-other-currency': ({ line: id, currency }, book) =>
    words(
      `The budget line ${line(book, id)} is in ${currency}, not in the currency of the company.`,
      'Choose a line in the currency of the company.',
    ),
  'more-than-left': ({ line: id, left, wanted, currency }, book) =>
    words(
      `The budget line ${line(book, id)} has ${moneyFull({ minor: left, currency })} left, and ${moneyFull({ minor: wanted, currency })} are wanted.`,
      'Move plan to that line first, choose another line, or take less.',
    ),
  'thresholds-crossed': ({ better }) =>
    words(
      `The scale threshold lies on the wrong side of the abort threshold: here ${better} is better.`,
      better === 'more'
        ? 'Give a scale threshold that is not below the abort threshold.'
        : 'Give a scale threshold that is not above the abort threshold.',
    ),
  'not-a-threshold': ({ field, kind, relative, found }) =>
    words(
      `${field === 'limit' ? 'The limit of a guardrail' : `The ${field} threshold`} cannot be ${relative || kind === 'share' ? percentExact(found) : exact(found)}.`,
      relative
        ? 'Give a difference of more than −100 % and less than 10,000 %; a command writes 10 % as 0.1.'
        : kind === 'share'
          ? 'Give more than 0 % and less than 100 %; a command writes 8 % as 0.08.'
          : 'Give more than 0, in the unit of the measure.',
    ),
  'hand-and-facts': () =>
    words('One half of the measure is told by hand, the other is counted from facts.', 'Tell both by hand, or count both from facts.'),
  'cannot-be-judged': ({ why }) => words(NOT_JUDGED[why].text, NOT_JUDGED[why].todo),
  'frame-frozen': ({ campaign, what }, book) =>
    words(
      `The criteria of ${named(book, campaign)} are frozen, and with them its ${what}.`,
      what === 'other names'
        ? 'A name under which late data came may be added after the start, and only such a name taken away; otherwise plan a new campaign.'
        : 'Plan a new campaign; this one is dropped before its start, or ended by its verdict.',
    ),
  'relative-needs-variants': () =>
    words(
      'A difference needs something to differ from: thresholds relative to the first variant take two variants or more.',
      'Add a variant to the brief, or give the thresholds as levels.',
    ),
  'too-many-guardrails': ({ most }) => words(`There are more than ${count(most)} guardrails.`, 'Keep those that would make you stop.'),
  'deadline-before-start': ({ deadline, start }) =>
    words(
      `The deadline ${dayWords(deadline)} lies before the first day, ${dayWords(start)}.`,
      'Move the deadline to the first day or later.',
    ),
  'no-brief': ({ campaign }, book) =>
    words(`${named(book, campaign)} has no brief.`, 'Write its brief first: what you believe, on whom you try it, which line pays.'),
  'criteria-frozen': ({ campaign }, book) =>
    words(`The criteria of ${named(book, campaign)} are frozen, and with them its brief.`, 'Plan a new campaign with other criteria.'),
  'criteria-not-frozen': ({ campaign }, book) =>
    words(
      `The criteria of ${named(book, campaign)} are not frozen.`,
      'Write them, put them to a second person, and have him freeze them before the start.',
    ),
  'campaign-ended': ({ campaign, how }, book) =>
    words(
      `${named(book, campaign)} was ${how} already.`,
      'What comes in later is kept and shown beside the verdict; it changes nothing that was decided.',
    ),
  'starts-later': ({ from }) => words(`Its first day is ${dayWords(from)}.`, 'Start it then, or move its first day first.'),
  'deadline-passed': ({ deadline }) =>
    words(`The frozen deadline ${dayWords(deadline)} has passed.`, 'Plan a new campaign with a later deadline.'),
  'questions-open': ({ questions }) =>
    words(
      `${capital(plural(questions.length, 'readiness question'))} ${questions.length === 1 ? 'is' : 'are'} open: ${list(questions.map((q) => `“${QUESTION_WORDS[q]}”`))}.`,
      'Answer each in a sentence, then start.',
    ),
  'variants-needed': ({ least }) =>
    words(
      least > 1 ? 'To randomise there must be something to choose from: two to ten variants.' : 'A campaign has one to ten variants.',
      'Name the variants, the one that the others are compared with first.',
    ),
  'second-is-first': () => words('This takes two people, and you are the first.', 'Name somebody else.'),
  'second-not-here': () =>
    words('The second person cannot answer here.', 'Name somebody who belongs to the company and is more than a viewer.'),
  'not-the-second': () =>
    words('This waits for somebody else.', 'Only the second person who was named can answer it; whoever asked may name another.'),
  'no-criteria': ({ campaign }, book) => words(`${named(book, campaign)} has no criteria yet.`, 'Write them first.'),
  'criteria-moved-on': ({ current }) =>
    words(`The criteria have changed since you read them: revision ${count(current)} stands now.`, 'Read them again, then answer.'),
  'criteria-not-proposed': ({ campaign }, book) =>
    words(`Nobody has put the criteria of ${named(book, campaign)} forward as they stand.`, 'Have them put to you by name first.'),
  'start-has-passed': ({ from }) =>
    words(
      `The first day, ${dayWords(from)}, has passed; criteria are frozen before it begins.`,
      'Move the first day of the campaign, then freeze.',
    ),
  'not-started-yet': ({ campaign }, book) =>
    words(`${named(book, campaign)} has not been started.`, 'Start it first; evidence counts from that day on.'),
  'look-out-of-range': ({ from, to }) =>
    words(`A look is for a day from ${dayWords(from)}, the start, to ${dayWords(to)}.`, 'Choose the day up to which you counted.'),
  'look-goes-back': ({ what, last }) =>
    words(`This look ${BACK[what]}, of ${dayWords(last)}; sums only grow.`, 'Check the sums, or tell it as a correction with its reason.'),
  'arms-do-not-match': ({ found, wanted }) =>
    words(
      `Sums are given for ${count(found)}, and ${count(wanted)} are told by hand here.`,
      'Give the sums of each variant and each guardrail that is told by hand, and of no other.',
    ),
  'nothing-told': () =>
    words(
      'This look tells nothing: the measure is counted from facts, and no money is given.',
      'Give the money spent so far, or load the facts.',
    ),
  'not-another-word': ({ word: same }) => words(`The rule itself says ${word(same)}.`, 'Take the verdict, or choose another word.'),
  'overrule-waits': () =>
    words(
      'Somebody has asked to overrule the verdict, and it waits for a second person.',
      'Have it confirmed, declined or withdrawn first.',
    ),
  'no-such-overrule': () => words('There is no such overrule.', 'Look again; it may have been asked anew.'),
  'overrule-answered': ({ state }) => words(`This overrule is ${state} already.`, 'Ask for a new one where it is still needed.'),
  'not-the-asker': () =>
    words('Somebody else asked for this overrule.', 'He may withdraw it; the second person may confirm or decline it.'),
  'overruled-on-this': ({ word: stands, asOf }) =>
    words(
      `Two people said ${word(stands)} on what was known by ${dayWords(asOf)}, and nothing has come since.`,
      'Wait for more evidence, or overrule it together again.',
    ),
  'verdict-needed': ({ word: needed }) =>
    words(
      `The verdict is not ${word(needed)}.`,
      `Take the verdict first where the rule says ${word(needed)}; where it does not, two people overrule it together.`,
    ),
  'looked-since': ({ on }) =>
    words(`What was seen by ${dayWords(on)} was told after the verdict was taken.`, 'Ask for the verdict again, on all of the evidence.'),
  'not-work-of-campaign': ({ item }, book) =>
    words(
      `“${short(thingTitle(book, 'item', item), 60)}” is no open work of this campaign alone.`,
      'Drop it in the Backlog where it should go.',
    ),
  'follow-in-the-past': ({ from, today }) =>
    words(`The follow-up would start on ${dayWords(from)}, which has passed.`, `Let it start today, ${dayWords(today)}, or later.`),
  'scale-over-capacity': ({ period, short: missing }, book) =>
    words(
      `The follow-up does not fit into ${quarterWords(period)}: ${list(missing.map((s) => shortfallWords(s, book)))}.`,
      'Record the cut first: a lever on the draft, or a signed change of the agreed Blueprint; or start the follow-up in a later quarter.',
    ),
};
