import { practiceOf, SHIRTS, shirtDays, type Column, type Shirt, type ShirtDays } from '../../../domain/backlog/practice.ts';
import type { Book, Command } from '../../../domain/book.ts';
import type { TeamId } from '../../../kernel/ids.ts';
import { days, list } from '../../../views/words/format.ts';
import { suggestedDays, suggestion } from '../../../views/work/calibration.ts';
import { Columns } from '../../components/fields/Columns.tsx';
import { NumberField } from '../../components/fields/NumberField.tsx';
import { useCompany } from '../../state/company.tsx';

/** What one team, or everybody, may have under way, and what its t-shirt sizes mean. */
export type TeamValues = {
  readonly started: number | null;
  readonly waiting: number | null;
  readonly shirts: { readonly [S in Shirt]: number | null };
};

const NO_SHIRTS: TeamValues['shirts'] = { S: null, M: null, L: null, XL: null };

/** As recorded for this team itself; for everybody where team is null. */
export const teamPractice = (book: Book, team: TeamId | null): TeamValues => {
  const { limits, calibrations } = practiceOf(book);
  const most = (column: Column): number | null => limits.find((l) => l.team === team && l.column === column)?.most ?? null;
  return {
    started: most('started'),
    waiting: most('waiting'),
    shirts: calibrations.find((c) => c.team === team)?.days ?? NO_SHIRTS,
  };
};

/** True where some t-shirt sizes are given and some are not: that calibrates nothing. */
export const halfCalibrated = ({ shirts }: TeamValues): boolean => new Set(SHIRTS.map((size) => shirts[size] === null)).size > 1;

/** What has to be asked so that these values stand. */
export const practiceCommands = (book: Book, team: TeamId | null, values: TeamValues): readonly Command[] => {
  const was = teamPractice(book, team);
  const { started, waiting, shirts } = values;
  const changed = SHIRTS.some((size) => shirts[size] !== was.shirts[size]) && SHIRTS.every((size) => shirts[size] !== null);
  return [
    ...(started === was.started ? [] : [{ type: 'practice/limit', team, column: 'started', most: started } as const]),
    ...(waiting === was.waiting ? [] : [{ type: 'practice/limit', team, column: 'waiting', most: waiting } as const]),
    ...(changed ? [{ type: 'practice/calibrate', team, days: shirts as ShirtDays } as const] : []),
  ];
};

type Props = { readonly team: TeamId | null; readonly values: TeamValues; readonly onChange: (values: TeamValues) => void };

/** Limits and t-shirt sizes of one team, or of everybody. */
export const TeamPractice = ({ team, values, onChange }: Props) => {
  const { book } = useCompany();
  const company = team === null ? null : shirtDays(practiceOf(book), null);
  const suggested = suggestedDays(book, team);
  const whole = suggestion(suggested);
  return (
    <>
      <Columns>
        <NumberField
          label="At most in progress"
          optional
          hint={team === null ? 'More needs a reason, which is kept.' : 'Holds beside the limit for everybody.'}
          value={values.started}
          onChange={(started) => onChange({ ...values, started })}
        />
        <NumberField label="At most waiting" optional value={values.waiting} onChange={(waiting) => onChange({ ...values, waiting })} />
      </Columns>
      <Columns>
        {SHIRTS.map((size) => (
          <NumberField
            key={size}
            label={`${size} means`}
            unit="days"
            value={values.shirts[size]}
            onChange={(value) => onChange({ ...values, shirts: { ...values.shirts, [size]: value } })}
          />
        ))}
      </Columns>
      <p className="sm mut">
        {company && `Where it says nothing of its own: ${list(SHIRTS.map((size) => `${size} ${days(company[size])}`))}. `}
        {suggested.some((s) => s.n > 0)
          ? `Finished items took, by their size: ${list(suggested.filter((s) => s.n > 0).map((s) => `${s.shirt} ${s.days === null ? `too few to say (${s.n})` : days(s.days)}`))}.`
          : 'Once items with t-shirt sizes are finished, what they took is suggested here.'}{' '}
        {whole && (
          <button type="button" className="lnk" onClick={() => onChange({ ...values, shirts: whole })}>
            Take these
          </button>
        )}
      </p>
    </>
  );
};
