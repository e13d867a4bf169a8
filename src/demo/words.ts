/**
 * Words of the demo: what its people have said about who is who. Two subscribers of the newsletter tool are recognised, one of them
 * wrongly and taken back; a subsidiary stays apart from its parent; a private address is given to its account.
 */
import { accountAt } from './accounts.ts';
import { SRC } from './facts.ts';
import { instantAt } from './moments.ts';
import { NEWSLETTER, subscriberRows, subsidiaryRows } from './newsletter.ts';
import { idOf } from './people.ts';
import type { PersonId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/zone.ts';
import type { World } from './world.ts';

type Handle = { readonly kind: 'contact' | 'account'; readonly src: string; readonly id: string };
/** `takenBack`: when the same person took it back; null: it stands. */
export type DemoWord = {
  readonly of: 'person' | 'account' | 'member';
  readonly a: Handle;
  readonly b: Handle;
  readonly same: boolean;
  readonly why: string;
  readonly by: PersonId;
  readonly at: Instant;
  readonly takenBack: Instant | null;
};

const contact = (src: string, id: string): Handle => ({ kind: 'contact', src, id });
const account = (src: string, id: string): Handle => ({ kind: 'account', src, id });

/** In the afternoon of a day before the last, so many days ago; the first loads were there long before. */
const ago = ({ calendar: { today } }: World, days: number): Instant => instantAt(today - days, 14 * 60 + 3 * days);

/** Nothing where a company is so small that its newsletter has too few readers. */
export const wordsOf = (world: World): DemoWord[] => {
  const privately = [...firstOf(subscriberRows(world), ({ id }) => idText(id).endsWith('-3'), 3)].map(({ id }) => idText(id));
  const [subsidiary] = [...firstOf(subsidiaryRows(world), () => true, 1)].map(({ id }) => idText(id));
  const of = (id: string): number => Number(id.split('-')[1]);
  const person = (id: string): Handle => contact(SRC, accountAt(world, of(id)).contacts[0]!.id);
  const said = (word: Omit<DemoWord, 'by' | 'at' | 'takenBack'>, who: 'wes' | 'samir', days: number, back?: number): DemoWord => ({
    ...word,
    by: idOf(who),
    at: ago(world, days),
    takenBack: back === undefined ? null : ago(world, back),
  });
  const [first, second, third] = privately;
  return [
    ...(first
      ? [
          said(
            {
              of: 'person',
              a: contact(NEWSLETTER, first),
              b: person(first),
              same: true,
              why: 'Reads us at home, as we were told at the Utrecht fair.',
            },
            'wes',
            23,
          ),
        ]
      : []),
    ...(second
      ? [
          said(
            { of: 'person', a: contact(NEWSLETTER, second), b: person(second), same: true, why: 'Same name, same town.' },
            'samir',
            19,
            16,
          ),
        ]
      : []),
    ...(third
      ? [
          said(
            {
              of: 'member',
              a: contact(NEWSLETTER, third),
              b: account(SRC, accountAt(world, of(third)).id),
              same: true,
              why: 'Signs every letter with the company’s name.',
            },
            'wes',
            12,
          ),
        ]
      : []),
    ...(subsidiary
      ? [
          said(
            {
              of: 'account',
              a: account(NEWSLETTER, subsidiary),
              b: account(SRC, accountAt(world, of(subsidiary)).id),
              same: false,
              why: 'They buy for themselves, with a board of their own.',
            },
            'wes',
            9,
          ),
        ]
      : []),
  ];
};

/** The first so many rows that fit; the rest are not made. */
function* firstOf<T>(rows: Iterable<T>, fits: (row: T) => boolean, most: number): Generator<T> {
  let left = most;
  for (const row of rows) {
    if (!fits(row)) continue;
    yield row;
    if (--left === 0) return;
  }
}

const idText = (id: unknown): string => (typeof id === 'string' ? id : '');
