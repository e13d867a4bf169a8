/** What an import of work would do, and what it did. */
import { capital, count, plural, tally } from '../../../../views/words/format.ts';
import { FATE_WORDS } from '../../../../views/tracker/fates.ts';
import { MEANINGS } from '../../../../views/tracker/systems.ts';
import { STANDINGS } from '../../../../views/tracker/words.ts';
import type { Fate } from '../../../../views/tracker/plan.ts';
import type { Output } from '../../../operations/operation.ts';
import { table, wrapped } from './table.ts';

type Work = Output<'import-work'>;
const SHOWN = 20;

export const importWorkText = ({ preview, dryRun, landed }: Work): string => {
  if (landed)
    return [landed.text, heldText(preview), landed.load === null ? '' : `Take the history back with: lockstep revert ${landed.load}`]
      .filter(Boolean)
      .join('\n');
  return [
    `${preview.file}: ${preview.system}, keys known under “${preview.source}”`,
    table(
      [{ title: '  column' }, { title: 'means' }, { title: 'filled', right: true }, { title: 'example', most: 40 }],
      preview.columns.map((c) => [
        `  ${c.header}`,
        c.means ? MEANINGS[c.means] : 'not used',
        count(c.filled),
        c.example.replaceAll('\n', ', '),
      ]),
    ),
    preview.statuses.length === 0
      ? ''
      : table(
          [{ title: '  status' }, { title: 'rows', right: true }, { title: 'means' }],
          preview.statuses.map((s) => [`  ${s.status}`, count(s.n), s.means ? STANDINGS[s.means] : '?']),
        ),
    preview.people.length === 0
      ? ''
      : table(
          [{ title: '  person' }, { title: 'rows', right: true }, { title: 'is' }],
          preview.people.map((p) => [`  ${p.name}`, count(p.n), p.person ?? 'nobody here']),
        ),
    (Object.entries(preview.counts) as [Fate, number][])
      .filter(([, n]) => n > 0)
      .map(([fate, n]) => `  ${tally(n, 'row')}: ${FATE_WORDS[fate]}`)
      .join('\n'),
    heldText(preview),
    ...preview.findings.map((finding) => wrapped(finding, '  ')),
    ...preview.questions.map((q) => `  ? ${q.text}\n    ${q.answerWith}`),
    dryRun ? 'Nothing was written (--dry-run).' : '',
  ]
    .filter((part) => part !== '')
    .join('\n');
};

type Done = Output<'done-work'>;

/** Finished work of files, item by item; and what is not listed, since the Backlog tells it. */
export const doneWorkText = ({ rows, inBacklog }: Done): string => {
  const kept =
    inBacklog === 0
      ? ''
      : `${capital(plural(inBacklog, 'item'))} of the Backlog ${inBacklog === 1 ? 'has' : 'have'} finished work in files too; ${inBacklog === 1 ? 'its' : 'their'} own record tells it, and ${inBacklog === 1 ? 'it is' : 'they are'} not listed here.`;
  if (rows.length === 0)
    return ['No finished work is known from files that does not stand in the Backlog.', kept].filter(Boolean).join(' ');
  return [
    table(
      [{ title: 'done' }, { title: 'item' }, { title: 'title' }, { title: 'type' }, { title: 'size' }, { title: 'source' }],
      rows.map(({ done, item, title, type, size, source }) => [done, item, title ?? '', type ?? '', size ?? '', source]),
    ),
    kept,
  ]
    .filter(Boolean)
    .join('\n\n');
};

const heldText = ({ held }: Work['preview']): string =>
  held.length === 0
    ? ''
    : [
        ...held
          .slice(0, SHOWN)
          .map((t) => `  row ${t.line}${t.column ? `, ${t.column}` : ''}${t.found ? ` “${t.found}”` : ''}: ${t.text} ${t.todo}`),
        ...(held.length > SHOWN ? [`  and ${count(held.length - SHOWN)} more`] : []),
      ].join('\n');
