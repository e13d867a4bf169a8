/** History as text: one line per event, the newest first. */
import type { Output } from '../../../operations/operation.ts';
import { table } from './table.ts';

export const historyText = ({ entries, more }: Output<'history'>, nameOf: (person: string) => string): string => {
  if (entries.length === 0) return 'Nothing was decided yet.';
  const last = entries.at(-1)!.stamp.seq;
  return [
    table(
      [{ title: 'n', right: true }, { title: 'when (UTC)' }, { title: 'who', most: 28 }, { title: 'what' }, { title: '', most: 90 }],
      entries.map(({ event: { type, ...details }, stamp: { seq, at, by } }) => [
        String(seq),
        at.slice(0, 16).replace('T', ' '),
        nameOf(by),
        type.replace('/', ' ').replaceAll('-', ' '),
        Object.entries(details)
          .filter(([, value]) => value !== null)
          .map(([name, value]) => `${name}: ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`)
          .join(', '),
      ]),
    ),
    ...(more ? [`There is more: lockstep history --before ${last}`] : []),
  ].join('\n\n');
};
