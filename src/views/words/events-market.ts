/** Sentences of micro-campaigns: brief, criteria, looks, verdicts. */
import type { Did, VerdictEvent } from '../../domain/agreements/verdict.ts';
import type { CoreEvent } from '../../domain/campaign/campaign.ts';
import type { CampaignEvent } from '../../domain/campaign/decide-campaign.ts';
import type { Question } from '../../domain/campaign/micro.ts';
import type { CampaignId, NoteId } from '../../kernel/ids.ts';
import { limitWords, measureWords, QUESTION_WORDS, sideWords, VERDICT_WORDS } from './criteria.ts';
import { count, days, dayWords, list, moneyShort, percentExact, tally } from './format.ts';
import { thingTitle } from './names.ts';
import type { Sentences, Telling } from './telling.ts';

type MicroEvent = Exclude<CampaignEvent, CoreEvent>;

const say = (id: CampaignId, text: string, quote: NoteId | null = null) => ({ text, quote, href: `/market/campaigns/${id}` });
const called = ({ book }: Telling, id: CampaignId): string => `“${thingTitle(book, 'campaign', id)}”`;
const currencyOf = ({ book }: Telling) => book.company.get('company')?.currency ?? null;
const asked = (question: string): string => QUESTION_WORDS[question as Question] ?? question;
const word = (w: keyof typeof VERDICT_WORDS): string => VERDICT_WORDS[w].toLowerCase();
const overruled = ({ book }: Telling, id: CampaignId, n: number): string => {
  const found = book.verdict.get(id)?.overrules.find((o) => o.n === n);
  return found ? `“${word(found.word)}” for ${called({ book } as Telling, id)}` : `another word for ${called({ book } as Telling, id)}`;
};

const DID: { readonly [D in Did['did']]: (campaign: string) => string } = {
  scaled: (campaign) => `${campaign} is scaled`,
  aborted: (campaign) => `${campaign} is aborted`,
  declined: (campaign) => `the rule is not overruled for ${campaign}`,
};

export const MARKET_EVENTS: Sentences<MicroEvent | VerdictEvent> = {
  'campaign/briefed': ({ id, hypothesis, variants }, t) =>
    say(
      id,
      `wrote the brief of ${called(t, id)}${variants.length > 1 ? `, with ${list(variants.map((v) => `“${v.name}”`))}` : ''}`,
      hypothesis,
    ),
  'campaign/answered': ({ id, question, answer }, t) => say(id, `answered “${asked(question)}” for ${called(t, id)}`, answer),
  'campaign/answer-withdrawn': ({ id, question }, t) => say(id, `took back the answer to “${asked(question)}” for ${called(t, id)}`),
  'campaign/money-set-aside': ({ id }, t) => say(id, `set the money of ${called(t, id)} aside`),
  'campaign/started': ({ id, on }, t) => say(id, `started ${called(t, id)} on ${dayWords(on, t.today)}`),
  'campaign/criteria-written': ({ id, criteria: c }, t) =>
    say(
      id,
      `wrote the criteria of ${called(t, id)}: ${measureWords(c.measure)}; scale ${sideWords(c.measure, 'scale', c.scale, currencyOf(t))}, abort ${sideWords(c.measure, 'abort', c.abort, currencyOf(t))}, at least ${count(c.minimum)} by ${dayWords(c.deadline, t.today)}, wrong at most ${percentExact(c.error)} of the time${c.guardrails.map((g) => `; ${measureWords(g.measure)} ${limitWords(g, currencyOf(t))}`).join('')}`,
    ),
  'campaign/criteria-proposed': ({ id, second }, t) => say(id, `put the criteria of ${called(t, id)} to ${t.nameOf(second)}`),
  'campaign/frozen': ({ id }, t) => say(id, `froze the criteria of ${called(t, id)}`),
  'campaign/criteria-declined': ({ id, why }, t) => say(id, `did not freeze the criteria of ${called(t, id)}`, why),
  'campaign/looked': ({ id, on, arms, correction }, t) =>
    say(
      id,
      `told what ${called(t, id)} had shown by ${dayWords(on, t.today)}${arms.length > 0 ? `: ${list(arms.map((a) => `${count(a.of, 1)} of ${tally(a.n, 'case')}`))}` : ''}${correction === null ? '' : ', as a correction'}`,
      correction,
    ),
  'campaign/scaled': ({ id, into }, t) => say(id, `scaled ${called(t, id)} into ${called(t, into)}`),
  'campaign/followed': ({ id, campaign, days: effort, items }, t) =>
    say(
      id,
      `planned ${called(t, id)} as the follow-up of ${called(t, campaign)}, with ${tally(items.length, 'work item')} of ${days(effort)}`,
    ),
  'campaign/aborted': ({ id, why, freedMinor, freedDays }, t) => {
    const free = [
      ...(freedMinor === null || freedMinor === 0 ? [] : [moneyShort({ minor: freedMinor, currency: currencyOf(t) })]),
      ...(freedDays === 0 ? [] : [days(freedDays)]),
    ];
    return say(id, `aborted ${called(t, id)}; ${free.length === 0 ? 'nothing' : list(free)} came free`, why);
  },

  'verdict/taken': ({ id, said }, t) => say(id, `took the verdict “${word(said.word)}” for ${called(t, id)}: ${said.finding}`),
  'verdict/overrule-asked': ({ id, word: other, said, second, why }, t) =>
    say(id, `asked ${t.nameOf(second)} to overrule “${word(said.word)}” with “${word(other)}” for ${called(t, id)}`, why),
  'verdict/overrule-confirmed': ({ id, overrule }, t) => say(id, `confirmed ${overruled(t, id, overrule)}, against the rule`),
  'verdict/overrule-declined': ({ id, overrule, why }, t) => say(id, `declined ${overruled(t, id, overrule)}`, why),
  'verdict/overrule-withdrawn': ({ id, overrule }, t) => say(id, `withdrew ${overruled(t, id, overrule)}`),
  'verdict/logged': ({ id, did, why }, t) => say(id, `wrote into the decision log that ${DID[did](called(t, id))}`, why),
};
