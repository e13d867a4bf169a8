/** How a verdict is taken or overruled. What it then does stands in verdict-scale.ts and verdict-abort.ts. */
import { isDay } from '../../kernel/day.ts';
import type { CampaignId } from '../../kernel/ids.ts';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import { isRunning } from '../campaign/micro.ts';
import { microOf } from '../campaign/brief.ts';
import { WORDS } from '../campaign/criteria.ts';
import { secondHolds } from '../campaign/write.ts';
import { all, oneOf, text } from '../check.ts';
import type { Ctx, Decider } from '../decider.ts';
import { evidenceHolds, frozen, MOST_EVIDENCE } from './evidence.ts';
import type { LoggedRefusal } from './logged.ts';
import { abort } from './verdict-abort.ts';
import { declinedInLog, wordInLog } from './verdict-log.ts';
import { scale } from './verdict-scale.ts';
import { takenNow, waitingOverrule } from './verdict.ts';
import type {
  Overrule,
  Said,
  Taken,
  Verdict,
  VerdictBook,
  VerdictCommand,
  VerdictEvent,
  VerdictProduced,
  VerdictRefusal,
} from './verdict.ts';

type Held = Result<null, VerdictRefusal>;

/** Started, not ended: only then is there a verdict to take. */
const running = (book: VerdictBook, id: CampaignId): Held => {
  const micro = microOf(book.campaign.get(id), id);
  if (!micro.ok) return micro;
  if (micro.value.ended) return refuse({ code: 'campaign-ended', campaign: id, how: micro.value.ended.how });
  return isRunning(micro.value) ? ok(null) : refuse({ code: 'not-started-yet', campaign: id });
};

const saidHolds = (s: Said): Held => {
  const checked = all(
    oneOf('word', s.word, WORDS),
    text('finding', s.finding, 1000),
    isDay(s.asOf) ? ok(null) : refuse({ code: 'not-a-day', field: 'asOf', found: s.asOf }),
    /^[0-9a-f]{64}$/.test(s.sha256) ? ok(null) : refuse({ code: 'not-one-of', field: 'sha256', found: s.sha256, choices: [] }),
    s.evidence.length <= MOST_EVIDENCE ? ok(null) : refuse({ code: 'too-long', field: 'evidence', most: MOST_EVIDENCE }),
    ...s.evidence.map(evidenceHolds),
  );
  return checked;
};
const asSaid = ({ word, finding, asOf, sha256, evidence }: Said): Said => ({
  word,
  finding: finding.trim(),
  asOf,
  sha256,
  evidence: evidence.map(frozen),
});

/** Two people said otherwise on this evidence; the rule's word counts again once there is more. */
const overruledOnThis = (book: VerdictBook, v: Verdict | undefined, id: CampaignId, said: Said): Held => {
  const last = takenNow(v);
  if (!last?.overruled || last.word === said.word) return ok(null);
  const looked = book.campaign.get(id)?.micro?.looks.some((look) => look.at > last.at) ?? false;
  return looked || said.asOf > last.said.asOf ? ok(null) : refuse({ code: 'overruled-on-this', word: last.word, asOf: last.said.asOf });
};

const overruleOf = (v: Verdict | undefined, n: number): Result<Overrule, VerdictRefusal> => {
  const found = v?.overrules.find((o) => o.n === n);
  if (!found) return refuse({ code: 'no-such-overrule', overrule: n });
  return found.state === 'waiting' ? ok(found) : refuse({ code: 'overrule-answered', state: found.state });
};
/** Waits for this person, and the campaign still runs. */
const forSecond = (
  book: VerdictBook,
  v: Verdict | undefined,
  { id, overrule }: { id: CampaignId; overrule: number },
  { by }: Ctx,
): Result<Overrule, VerdictRefusal> => {
  const stands = running(book, id);
  if (!stands.ok) return stands;
  const found = overruleOf(v, overrule);
  if (!found.ok) return found;
  return found.value.second === by ? found : refuse({ code: 'not-the-second', second: found.value.second });
};

export const verdict: Decider<
  CampaignId,
  Verdict,
  VerdictCommand,
  VerdictEvent,
  VerdictRefusal | LoggedRefusal,
  VerdictBook,
  VerdictProduced
> = {
  keyOf: (message) => message.id,
  decide: {
    'verdict/take': (v, { id, said, log }, ctx, book) => {
      const waiting = waitingOverrule(v);
      for (const holds of [running(book, id), saidHolds(said), overruledOnThis(book, v, id, said)]) if (!holds.ok) return holds;
      if (waiting) return refuse({ code: 'overrule-waits', second: waiting.second });
      const kept = asSaid(said);
      const entry = wordInLog(book, { id, log }, { word: kept.word, said: kept, deciders: [ctx.by] }, ctx);
      return entry.ok ? ok([{ type: 'verdict/taken', id, said: kept, log }, ...entry.value]) : entry;
    },
    'verdict/ask-overrule': (v, { id, word, said, second, why }, { by }, book) => {
      const waiting = waitingOverrule(v);
      for (const holds of [running(book, id), saidHolds(said), oneOf('word', word, WORDS), secondHolds(book, by, second)])
        if (!holds.ok) return holds;
      if (waiting) return refuse({ code: 'overrule-waits', second: waiting.second });
      if (word === said.word) return refuse({ code: 'not-another-word', word });
      const overrule = (v?.overrules.length ?? 0) + 1;
      return ok([{ type: 'verdict/overrule-asked', id, overrule, word, said: asSaid(said), second, why }]);
    },
    'verdict/confirm-overrule': (v, { id, overrule, log }, ctx, book) => {
      const found = forSecond(book, v, { id, overrule }, ctx);
      if (!found.ok) return found;
      const { word, said, by } = found.value;
      const entry = wordInLog(book, { id, log }, { word, said, deciders: [by, ctx.by] }, ctx);
      return entry.ok ? ok([{ type: 'verdict/overrule-confirmed', id, overrule, log }, ...entry.value]) : entry;
    },
    'verdict/decline-overrule': (v, { id, overrule, why, log }, ctx, book) => {
      const found = forSecond(book, v, { id, overrule }, ctx);
      if (!found.ok) return found;
      const entry = declinedInLog(book, { id, log }, found.value, ctx);
      if (!entry.ok) return entry;
      return ok([
        { type: 'verdict/overrule-declined', id, overrule, why },
        { type: 'verdict/logged', id, did: 'declined', log, why },
        ...entry.value,
      ]);
    },
    'verdict/withdraw-overrule': (v, { id, overrule }, { by }, book) => {
      const found = overruleOf(v, overrule);
      if (!found.ok) return found;
      const members = book.company.get('company')?.members ?? {};
      const gone = [found.value.by, found.value.second].some((who) => members[who]?.left);
      if (found.value.by !== by && !gone) return refuse({ code: 'not-the-asker', by: found.value.by });
      return ok([{ type: 'verdict/overrule-withdrawn', id, overrule }]);
    },
    'verdict/scale': scale,
    'verdict/abort': abort,
  },
  evolve: {
    'verdict/taken': (v, { id, said, log }, { by, at }) => withTaken(v, id, { word: said.word, said, by, at, log, overruled: null }),
    'verdict/overrule-asked': (v, { type: _type, id, overrule: n, ...asked }, { by, at }) => ({
      ...started(v, id),
      overrules: [...(v?.overrules ?? []), { n, ...asked, by, at, state: 'waiting', answered: null }],
    }),
    'verdict/overrule-confirmed': (v, { id, overrule, log }, { by, at }) => {
      const { word, said, why, by: asker } = v!.overrules.find(({ n }) => n === overrule)!;
      const answered = answer(v!, overrule, 'confirmed', { by, at, why: null });
      return withTaken(answered, id, { word, said, by: asker, at, log, overruled: { second: by, why } });
    },
    'verdict/overrule-declined': (v, { overrule, why }, { by, at }) => answer(v!, overrule, 'declined', { by, at, why }),
    'verdict/overrule-withdrawn': (v, { overrule }, { by, at }) => answer(v!, overrule, 'withdrawn', { by, at, why: null }),
    'verdict/logged': (v, { id, did, log, why }, { by, at }) => {
      const was = started(v, id);
      return { ...was, logged: [...was.logged, { did, log, why, by, at }] };
    },
  },
};

const started = (v: Verdict | undefined, id: CampaignId): Verdict => v ?? { id, taken: [], overrules: [], logged: [] };
const withTaken = (v: Verdict | undefined, id: CampaignId, taken: Taken): Verdict => {
  const was = started(v, id);
  return { ...was, taken: [...was.taken, taken] };
};
const answer = (v: Verdict, n: number, state: Overrule['state'], answered: NonNullable<Overrule['answered']>): Verdict => ({
  ...v,
  overrules: v.overrules.map((o) => (o.n === n ? { ...o, state, answered } : o)),
});
