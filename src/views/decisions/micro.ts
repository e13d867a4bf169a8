/** What micro-campaigns ask of a person: criteria to freeze, overrules to answer, campaigns to start on their day. */
import { waitingOverrule } from '../../domain/agreements/verdict.ts';
import { may } from '../../domain/may.ts';
import { addDays } from '../../kernel/day.ts';
import { microState } from '../market/micro-state.ts';
import { criteriaWords } from '../market/criteria-words.ts';
import { VERDICT_WORDS } from '../words/criteria.ts';
import type { Decision, Looker } from './decision.ts';
import { dueBy } from './due.ts';

const ANSWER_DAYS = 3;

const open = ({ book, today }: Looker) =>
  [...book.campaign.values()].flatMap((campaign) => {
    const state = microState(book, campaign, today);
    return state && campaign.micro ? [{ campaign, micro: campaign.micro, state }] : [];
  });

/** Criteria that were put to me by name. */
export const toFreeze = (look: Looker): Decision[] =>
  open(look).flatMap(({ campaign, micro, state }) =>
    state.next.act !== 'freeze' || state.next.waitsFor !== look.me
      ? []
      : [
          {
            id: `freeze:${campaign.id}:${micro.written!.revision}`,
            title: `Freeze the criteria of “${campaign.name}”`,
            text: criteriaWords(micro.written!.criteria, look.book.company.get('company')?.currency ?? null, look.today)
              .slice(0, 3)
              .map(({ label, text }) => `${label}: ${text}`)
              .join('. '),
            quote: micro.hypothesis,
            ...dueBy(campaign.from, look.today),
            action: 'Read and freeze',
            href: `/market/micro/${campaign.id}`,
          },
        ],
  );

/** Overrules of a verdict that wait for me. */
export const toOverrule = (look: Looker): Decision[] =>
  open(look).flatMap(({ campaign }) => {
    const waiting = waitingOverrule(look.book.verdict.get(campaign.id));
    if (!waiting || waiting.second !== look.me) return [];
    return [
      {
        id: `overrule:${campaign.id}:${waiting.n}`,
        title: `Confirm or decline an overrule of “${campaign.name}”`,
        text: `${look.nameOf(waiting.by)} asks for “${VERDICT_WORDS[waiting.word].toLowerCase()}” where the rule says “${VERDICT_WORDS[waiting.said.word].toLowerCase()}”.`,
        quote: waiting.why,
        ...dueBy(addDays(waiting.at.slice(0, 10), ANSWER_DAYS), look.today),
        action: 'Answer it',
        href: `/market/verdict/${campaign.id}`,
      },
    ];
  });

/** Frozen campaigns of mine whose first day has come. */
export const toStart = (look: Looker): Decision[] =>
  may(look.book, look.me, 'campaign/start')
    ? open(look).flatMap(({ campaign, state }) =>
        campaign.owner !== look.me || campaign.from > look.today || (state.next.act !== 'start' && state.next.act !== 'answer')
          ? []
          : [
              {
                id: `start:${campaign.id}`,
                title: `Start “${campaign.name}”`,
                text: `${state.next.text}.`,
                quote: null,
                ...dueBy(campaign.from, look.today),
                action: 'Start it',
                href: `/market/micro/${campaign.id}`,
              },
            ],
      )
    : [];

/** What I asked of somebody else and waits for him. */
export const waitingForSecond = (look: Looker): Decision[] =>
  open(look).flatMap(({ campaign, micro }) => {
    const proposed = micro.written && !micro.written.frozen ? micro.written.proposed : null;
    const waiting = waitingOverrule(look.book.verdict.get(campaign.id));
    const since = proposed?.by === look.me ? proposed : waiting?.by === look.me ? waiting : null;
    if (!since || campaign.retired) return [];
    return [
      {
        id: `second:${campaign.id}:${since.at}`,
        title: `${look.nameOf(since.second)}, on “${campaign.name}”`,
        text: since === proposed ? 'Criteria wait to be frozen.' : 'An overrule waits to be confirmed.',
        quote: null,
        ...dueBy(addDays(since.at.slice(0, 10), ANSWER_DAYS), look.today),
        action: 'See it',
        href: `/market/micro/${campaign.id}`,
      },
    ];
  });
