/** Micro-campaigns as text. */
import { count, dayWords, moneyFull } from '../../../../views/words/format.ts';
import type { Output } from '../../../operations/operation.ts';
import { table, wrapped } from './table.ts';

const paragraphs = (parts: readonly string[]): string => parts.filter((part) => part !== '').join('\n\n');
const right = (title: string) => ({ title, right: true });

export const campaignsText = ({ title, rows }: Output<'campaigns'>): string =>
  paragraphs([
    title,
    table(
      [
        { title: 'campaign', most: 40 },
        { title: 'channel' },
        { title: 'from' },
        { title: 'state' },
        { title: 'next' },
        { title: 'waits for' },
      ],
      rows.map((r) => [r.name, r.channel, dayWords(r.from), r.state, r.next, r.waitsFor ?? '']),
    ),
  ]);

export const campaignText = (c: Output<'campaign'>): string =>
  paragraphs([
    `${c.name}: ${c.state}.`,
    wrapped(c.hypothesis ? `We believe: ${c.hypothesis}` : ''),
    table(
      [{ title: '' }, { title: '' }],
      [
        ['channel', c.channel],
        ['dates', `${dayWords(c.from)} to ${dayWords(c.to)}`],
        ['audience', c.segment ?? 'not named'],
        ['variants', `${c.variants.map(({ name, weight }) => `${name} (${weight})`).join(', ')}${c.randomised ? ', randomised' : ''}`],
        ['key', c.key],
        ['work', c.item?.title ?? 'none'],
        ['priority', c.priority ?? 'none'],
        ['budget line', c.budget.line ?? 'none'],
        ...c.inWords.map(({ label, text }) => [label.toLowerCase(), text]),
      ],
    ),
    c.frozen ? wrapped(`Frozen by ${c.frozen.by} and ${c.frozen.with} on ${dayWords(c.frozen.at.slice(0, 10))}.`) : '',
    c.overrule
      ? wrapped(
          `${c.overrule.by} asks to overrule the rule with “${c.overrule.word}”; it waits for ${c.overrule.second}. ${c.overrule.why ?? ''}`,
        )
      : '',
    c.started === null
      ? table(
          [{ title: 'readiness' }, { title: 'answer', most: 60 }],
          c.questions.map((q) => [q.text, q.answered ? (q.answer ?? 'answered') : 'open']),
        )
      : '',
    c.looks.length === 0
      ? ''
      : table(
          [{ title: 'up to' }, right('cases'), right('of them'), right('spent'), { title: 'told by' }, { title: '' }],
          c.looks.flatMap((l) =>
            (l.arms.length === 0 ? [null] : l.arms).map((arm) => [
              dayWords(l.on),
              arm ? count(arm.n) : '',
              arm ? count(arm.of, 2) : '',
              l.spent ? moneyFull(l.spent) : '',
              l.teller,
              [l.late && 'late', l.correction && 'correction', !l.stands && 'replaced'].filter(Boolean).join(', '),
            ]),
          ),
        ),
    c.taken.map((t) => wrapped(`${t.text} (${t.by}, ${dayWords(t.at.slice(0, 10))})`)).join('\n'),
    c.ended?.text ?? `Next: ${c.next.text}${c.next.who ? `, ${c.next.who}` : ''}.`,
  ]);
