/** The thread, a deal and the list of deals as text. */
import { dayWords, moneyFull, percent, quarterWords } from '../../../../views/words/format.ts';
import { plain } from '../../../../views/words/prose.ts';
import type { Output } from '../../../operations/operation.ts';
import { table, wrapped } from './table.ts';

/** The walk: nine counts, each path in words, the breaks with what to do. */
export const threadText = (view: Output<'thread'>): string =>
  paragraphs([
    plain(view.title),
    `${quarterWords(view.period.id)}, walked ${view.direction}. ${view.scope}`,
    view.empty ? `${view.empty.why}\n→ ${view.empty.todo}` : '',
    table(
      [{ title: 'link' }, { title: '', right: true }, { title: 'also' }, { title: 'break' }],
      view.columns.map(({ link, text, sub, gap }) => [link, text, sub ?? '', gap ?? '']),
    ),
    ...view.stories.map((story) => wrapped(`${story.title}: ${plain(view.direction === 'up' ? story.up : story.down)}`)),
    breaksText(view.breaks),
  ]);

const breaksText = (breaks: Output<'thread'>['breaks']): string =>
  breaks.length === 0
    ? ''
    : [
        'Breaks in the thread:',
        ...breaks.flatMap(({ text, todo }) => [wrapped(`! ${text}`, '  '), ...(todo ? [wrapped(`→ ${todo}`, '    ')] : [])]),
      ].join('\n');

/** One deal, back-tracked. */
export const dealText = (deal: Output<'deal'>): string => {
  const models = deal.facts.models.map(({ name, label, convention }) => ({ name, title: convention ? `${label} (${convention})` : label }));
  return paragraphs([
    plain(deal.title),
    plain(deal.scope),
    deal.amount ? `Amount: ${moneyFull(deal.amount)}` : 'Amount: not known',
    table(
      [
        { title: '', right: true },
        { title: 'day' },
        { title: 'touch', most: 40 },
        { title: 'person', most: 28 },
        { title: 'campaign', most: 32 },
        { title: 'role' },
        ...models.map(({ title }) => ({ title, right: true })),
      ],
      deal.touches.map((touch) => [
        touch.n === null ? '' : String(touch.n),
        dayWords(touch.on),
        touch.words,
        touch.contact ?? '',
        touch.campaignName ?? touch.campaignFound ?? 'no campaign',
        touch.notCounted === null ? (touch.role ?? '') : `not counted: ${touch.notCounted.replaceAll('-', ' ')}`,
        ...models.map(({ name }) => (touch.weights?.[name] === undefined ? '' : percent(touch.weights[name]))),
      ]),
    ),
    deal.request
      ? wrapped(
          `Asked for by ${deal.request.by} on ${dayWords(deal.request.on)} (${deal.request.item})${deal.request.words === null ? '.' : `: “${deal.request.words}”`}`,
        )
      : '',
    deal.chain.map(({ link, label, sub }, i) => `${'  '.repeat(i)}${i === 0 ? '' : '└ '}${link}: ${label} (${sub})`).join('\n'),
    ...deal.notes.map(({ head, text, todo }) =>
      [wrapped(`! ${head} ${text}`, '  '), ...(todo ? [wrapped(`→ ${todo}`, '    ')] : [])].join('\n'),
    ),
  ]);
};

/** Deals, newest first. */
export const dealsText = ({ title, scope, rows, total, currency }: Output<'deals'>): string =>
  paragraphs([
    title,
    scope,
    table(
      [
        { title: 'id', most: 36 },
        { title: 'deal', most: 36 },
        { title: 'account', most: 28 },
        { title: 'stands' },
        { title: 'amount', right: true },
        { title: 'opened' },
        { title: 'closed' },
        { title: 'touches', right: true },
        { title: 'people', right: true },
      ],
      rows.map((deal) => [
        deal.id,
        deal.name,
        deal.account ?? '',
        deal.status === 'open' ? (deal.stage ?? 'open') : (deal.status ?? 'not known'),
        deal.amountMinor === null ? 'not known' : moneyFull({ minor: deal.amountMinor, currency }),
        deal.openedOn ?? '',
        deal.closedOn ?? '',
        String(deal.touches),
        String(deal.people),
      ]),
    ),
    rows.length < total ? `${rows.length} of ${total}; --limit and --offset show others.` : '',
  ]);

const paragraphs = (parts: readonly string[]): string => parts.filter((part) => part !== '').join('\n\n');
