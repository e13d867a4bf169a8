import { useState } from 'react';
import { IconUserPlus } from '@tabler/icons-react';
import type { Role } from '../../../domain/company/company.ts';
import type { PersonId } from '../../../kernel/ids.ts';
import { capital, dayWords, list, plural } from '../../../views/words/format.ts';
import { Avatar } from '../../components/Avatar.tsx';
import { Button } from '../../components/Button.tsx';
import { Head } from '../../components/Head.tsx';
import { Table } from '../../components/Table.tsx';
import { Tag } from '../../components/Tag.tsx';
import { useCompany } from '../../state/company.tsx';
import { Invitations } from './Invitations.tsx';
import { InviteDialog } from './InviteDialog.tsx';
import { MemberDialog } from './MemberDialog.tsx';
import { ROLE } from './roles.ts';
import css from './Settings.module.css';

type Line = { readonly id: PersonId; readonly role: Role; readonly seats: readonly string[]; readonly since: string };

/** Who belongs to the company, what each may do, and what each may sign for. */
export const PeopleScreen = () => {
  const { company, people, nameOf, may, me, today } = useCompany();
  const [inviting, setInviting] = useState(false);
  const [changing, setChanging] = useState<PersonId | null>(null);
  const owner = may('company/add-member');
  const lines: Line[] = Object.entries(company.members)
    .filter(([, m]) => !m.left)
    .map(([id, m]) => ({ id: id as PersonId, role: m.role, seats: m.seats, since: m.since }));
  const taken = new Set(lines.flatMap((l) => l.seats));
  const empty = company.seats.filter((s) => !taken.has(s.id));
  const titleOf = (seat: string): string => company.seats.find((s) => s.id === seat)?.title ?? seat;
  return (
    <>
      <Head
        title={`${capital(plural(lines.length, 'person belongs', 'people belong'))} to ${company.name}${empty.length > 0 ? `; nobody sits for ${list(empty.map((s) => s.title))}` : ''}.`}
        sub="A role says what somebody may do; a seat says what they may sign for."
        actions={
          owner && (
            <Button kind="primary" icon={<IconUserPlus size={15} stroke={1.6} aria-hidden="true" />} onPress={() => setInviting(true)}>
              Invite
            </Button>
          )
        }
      />
      <div className={css.body}>
        <Table
          label="People"
          rows={lines}
          keyOf={(l) => l.id}
          columns={[
            {
              key: 'name',
              head: 'Name',
              cell: (l) => (
                <span className={css.person}>
                  <Avatar name={nameOf(l.id)} />
                  <span>
                    {nameOf(l.id)} {l.id === me && <span className="dim">you</span>}
                    {people.get(l.id)?.email && <small>{people.get(l.id)!.email}</small>}
                  </span>
                </span>
              ),
            },
            { key: 'role', head: 'Role', cell: (l) => ROLE[l.role].name },
            {
              key: 'seats',
              head: 'Seats',
              cell: (l) =>
                l.seats.length > 0 ? l.seats.map((s) => <Tag key={s}>{titleOf(s)}</Tag>) : <span className="dim">signs for nothing</span>,
            },
            { key: 'since', head: 'Since', cell: (l) => dayWords(l.since.slice(0, 10), today) },
            {
              key: 'do',
              head: <span className="unseen">Change</span>,
              cell: (l) =>
                owner && (
                  <Button size="small" kind="quiet" onPress={() => setChanging(l.id)}>
                    Change
                  </Button>
                ),
            },
          ]}
        />
        {owner && <Invitations />}
      </div>
      {inviting && <InviteDialog onClose={() => setInviting(false)} />}
      {changing && <MemberDialog person={changing} onClose={() => setChanging(null)} />}
    </>
  );
};
