import type { CapacityPage, SkillLine } from '../../../views/capacity/page.ts';
import { personDays } from '../../../views/capacity/words.ts';
import { CapacityMeter } from '../../components/CapacityMeter.tsx';
import { Status } from '../../components/Status.tsx';
import css from './SkillTable.module.css';

/** What there is of each skill, and what the work of this quarter asks of it. */
export const SkillTable = ({ page }: { readonly page: CapacityPage }) =>
  page.skills.length === 0 ? (
    <p className="mut">Nobody’s skills are recorded yet. Open a person and say how the time is shared among skills.</p>
  ) : (
    <ul className={css.skills} aria-label="Person-days by skill">
      {page.skills.map((skill) => (
        <li key={skill.skill}>
          <CapacityMeter
            label={skill.skill}
            value={skill.needed === null ? personDays(skill.days) : personDays(skill.needed)}
            of={skill.needed === null ? 'person-days; no work is sized by skill' : `of ${personDays(skill.days)} person-days asked for`}
            whole={skill.days}
            parts={skill.needed === null ? [] : [{ tone: 'should', amount: skill.needed }]}
            summary={summaryOf(skill)}
            note={<Verdict skill={skill} />}
          />
        </li>
      ))}
    </ul>
  );

const summaryOf = ({ skill, days, needed }: SkillLine): string =>
  needed === null
    ? `${skill}: ${personDays(days)} person-days`
    : `${skill}: ${personDays(needed)} of ${personDays(days)} person-days are asked for`;

const Verdict = ({ skill: { days, needed } }: { readonly skill: SkillLine }) => {
  if (needed === null) return null;
  const short = needed - days;
  if (short >= 0.5) return <Status kind="off">{personDays(short)} days short</Status>;
  return <Status kind="on">{personDays(-short)} days free</Status>;
};
