import { SIDES_OF_FUNNEL, stagesInForce } from '../../../domain/measurement/stages.ts';
import { dayWords, list } from '../../../views/words/format.ts';
import { seatTitle } from '../../../views/words/names.ts';
import { useCompany } from '../../state/company.tsx';

/** Every signed version with its days and who signed it, the latest first: an answer as of an earlier day is counted by the version of that day. */
export const Versions = () => {
  const { book, nameOf, today } = useCompany();
  const held = stagesInForce(book);
  if (held.length === 0) return null;
  return (
    <>
      <h2>Versions</h2>
      {held.toReversed().map(({ n, rules, signatures }, i) => {
        const next = held[held.length - i]?.rules.since;
        return (
          <p key={n} className="sm">
            <b>Version {n}</b>, from {dayWords(rules.since, today)}
            {next ? ` until ${dayWords(next, today)}` : rules.since > today ? '' : ' on'}:{' '}
            {rules.stages.map(({ name }) => name).join(' → ')}.{' '}
            <span className="dim">
              Signed by{' '}
              {list(
                SIDES_OF_FUNNEL.flatMap((seat) =>
                  signatures[seat] ? [`${nameOf(signatures[seat].by)} for ${seatTitle(book, seat)}`] : [],
                ),
              )}
              .
            </span>
          </p>
        );
      })}
      <p className="dim xs">An answer is counted by the version in force on its day, whole. What was published stays as it was.</p>
    </>
  );
};
