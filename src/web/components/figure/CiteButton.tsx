import { useState } from 'react';
import { Link } from 'wouter';
import type { Evidence } from '../../../domain/agreements/evidence.ts';
import type { Opened } from '../../../views/words/opened.ts';
import { call } from '../../state/api.ts';
import { useCompany } from '../../state/company.tsx';
import { useDoing } from '../../state/doing.ts';
import { evidenceKept, setEvidence } from '../../state/evidence.ts';
import { closeNumber } from './opening.ts';

/** Keeps an open number as it stands now, as evidence for a logged decision. */
export const CiteButton = ({ opened }: { readonly opened: Opened }) => {
  const { id: company, may, today } = useCompany();
  const [done, setDone] = useState(false);
  const { run, busy, problem } = useDoing(async () => {
    const evidence = await frozenOf(company, opened, today);
    setEvidence(company, [...evidenceKept(company), evidence]);
    setDone(true);
  });
  if (!may('logged/decide') || opened.tone === 'unknown') return null;
  if (done)
    return (
      <Link href="/agree/log?do=add" className="lnk" onClick={() => closeNumber(false)}>
        Kept. Log the decision
      </Link>
    );
  return (
    <button type="button" className="lnk" aria-busy={busy} onClick={run}>
      {problem ? `${problem.text} Try again` : 'Use as evidence'}
    </button>
  );
};

/** The server freezes what a question gives; what is counted from the plan is kept as it is written. */
const frozenOf = async (company: string, opened: Opened, today: string): Promise<Evidence> => {
  const { cite, what, value } = opened;
  if (cite) {
    const { name: question, parameters, row, figure } = cite;
    const frozen = await call('cite', { company, question, with: parameters.map((p) => `${p.name}=${p.value}`), row, figure, what });
    return { ...frozen, shown: value };
  }
  return {
    what,
    shown: value,
    value: opened.interval?.value ?? null,
    low: opened.interval?.low ?? null,
    high: opened.interval?.high ?? null,
    unit: 'other',
    currency: null,
    askedBy: null,
    coverage: opened.coverage && { have: opened.coverage.have, of: opened.coverage.of },
    asOf: opened.asOf ?? today,
    loads: opened.loads,
  };
};
