/** Whom Lademar speaks to: four segments that overlap, and one that was given up. */
import type { Condition, Group, Member } from '../domain/audience/segment.ts';
import type { SegmentId } from '../kernel/ids.ts';
import type { Moment } from './moments.ts';
import type { World } from './world.ts';

const on = (member: Member, field: string, test: Condition['test'], ...values: readonly string[]): Condition => ({
  on: member,
  field,
  test,
  values,
});
const all = (...parts: Group['parts']): Group => ({ join: 'all', parts });
const any = (...parts: Group['parts']): Group => ({ join: 'any', parts });
const define = (id: SegmentId, name: string, of: Member, where: Group) => ({ type: 'segment/define' as const, id, name, of, where });

const MID_SIZE = all(on('account', 'employees', 'over', '249'), on('account', 'employees', 'under', '1000'));

export const segmentMoments = ({ calendar: { quarters } }: World): Moment[] => [
  {
    day: quarters[1]!.first - 15,
    who: 'ines',
    commands: [
      define(
        's_mid-size',
        'Mid-size shippers',
        'account',
        all(on('account', 'employees', 'over', '199'), on('account', 'employees', 'under', '1000')),
      ),
      define('s_large', 'Large shippers', 'account', all(on('account', 'employees', 'over', '999'))),
      define('s_start-ups', 'Young companies', 'account', all(on('account', 'name', 'contains', 'labs'))),
    ],
  },
  {
    day: quarters[3]!.first - 11,
    who: 'samir',
    commands: [{ type: 'segment/redefine', id: 's_mid-size', of: 'account', where: MID_SIZE }],
  },
  {
    day: quarters[5]!.first - 16,
    who: 'samir',
    commands: [
      define('s_nordics', 'Nordic shippers', 'account', all(on('account', 'market', 'equals', 'Nordics'))),
      define(
        's_dock',
        'People at the dock',
        'contact',
        all(
          any(on('contact', 'title', 'contains', 'warehouse'), on('contact', 'title', 'one-of', 'Transport planner', 'Plant manager')),
          on('account', 'employees', 'over', '249'),
        ),
      ),
      { type: 'segment/retire', id: 's_start-ups', why: 'n_start-ups' },
    ],
    notes: [{ id: 'n_start-ups', text: 'Nine accounts in a year. Nothing that we send is for them alone.' }],
  },
];
