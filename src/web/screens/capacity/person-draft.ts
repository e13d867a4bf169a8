/** What a person's form holds, and the commands that make it so. */
import type { Book, Command } from '../../../domain/book.ts';
import { inForce } from '../../../domain/capacity/dated.ts';
import type { SkillShare } from '../../../domain/capacity/standing.ts';
import type { Day } from '../../../kernel/day.ts';
import type { CalendarId, PersonId, TeamId } from '../../../kernel/ids.ts';

export type PersonDraft = {
  readonly from: Day;
  readonly hours: number | null;
  readonly team: TeamId | null;
  readonly calendar: CalendarId | null;
  /** Percent; null: the team's. */
  readonly focus: number | null;
  readonly skills: readonly SkillShare[];
};

/** As it stands on a day; for somebody new forty hours in the only team there is. */
export const draftOf = (book: Book, person: PersonId | null, on: Day): PersonDraft => {
  const record = person === null ? undefined : book.capacity.get(person);
  const teams = [...book.team.values()].filter((t) => !t.retired);
  const focus = record ? (inForce(record.focus, on) ?? null) : null;
  return {
    from: on,
    hours: record ? (inForce(record.hours, on) ?? record.hours[0]?.value ?? 40) : 40,
    team: record ? record.team : teams.length === 1 ? teams[0]!.id : null,
    calendar: record?.calendar ?? null,
    focus: focus === null ? null : Math.round(focus * 100),
    skills: record?.skills ?? [],
  };
};

/** What has to be decided so that the person stands as the draft says. */
export const personCommands = (book: Book, person: PersonId, draft: PersonDraft): Command[] => {
  const record = book.capacity.get(person);
  const { from, hours, team, calendar } = draft;
  const focus = draft.focus === null ? null : draft.focus / 100;
  const skills = draft.skills.filter((s) => s.skill.trim() !== '');
  const commands: Command[] = [];
  if (hours !== null && (!record || inForce(record.hours, from) !== hours))
    commands.push({ type: 'capacity/set-hours', person, from, hours });
  if ((record?.team ?? null) !== team) commands.push({ type: 'capacity/join-team', person, team });
  if ((record?.calendar ?? null) !== calendar) commands.push({ type: 'capacity/follow-calendar', person, calendar });
  if ((record ? (inForce(record.focus, from) ?? null) : null) !== focus) commands.push({ type: 'capacity/set-focus', person, from, focus });
  if (JSON.stringify(record?.skills ?? []) !== JSON.stringify(skills)) commands.push({ type: 'capacity/name-skills', person, skills });
  return commands;
};

/** Whole percent that sum to 100, as even as can be; the first get what is left over. */
export const evenShares = (skills: readonly string[]): readonly SkillShare[] =>
  skills.map((skill, i) => ({ skill, share: Math.floor(100 / skills.length) + (i < 100 % skills.length ? 1 : 0) }));
