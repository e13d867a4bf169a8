/** What each operation's answer looks like to a person; what is not named here is printed plainly. */
import type { Name, Output } from '../../../operations/operation.ts';
import { answerText } from './answer.ts';
import { backupText, doctorText, exportText, passwordText, restoreText } from './care.ts';
import { planText as folderPlanText } from './folder.ts';
import { inboxText, linkBuildText, linkCheckText, sourceAddText, sourceKeyText, sourcesText } from './doors.ts';
import { forecastText } from './forecast.ts';
import { identityReviewText } from './identity.ts';
import { importText, loadedText, previewText } from './import.ts';
import { heldText } from './ledger.ts';
import { backtestText, outcomeForecastText } from './outcome-forecast.ts';
import { plainText } from './plain.ts';
import { budgetText, capacityText } from './plan.ts';
import { campaignsText, campaignText } from './market.ts';
import { publicationsText, publicationText } from './published.ts';
import { questionsText } from './questions.ts';
import { searchText } from './search.ts';
import { rowsText } from './rows.ts';
import { doneWorkText, importWorkText } from './work.ts';
import { dealText, dealsText, threadText } from './thread.ts';

type Printers = { readonly [N in Name]?: (value: Output<N>) => string };

const PRINTERS: Printers = {
  ask: answerText,
  questions: questionsText,
  thread: threadText,
  deal: dealText,
  deals: dealsText,
  capacity: capacityText,
  budget: budgetText,
  rows: rowsText,
  search: searchText,
  forecast: forecastText,
  'outcome-forecast': outcomeForecastText,
  'forecast-backtest': backtestText,
  import: importText,
  'import-preview': previewText,
  'import-plan': folderPlanText,
  'import-work': importWorkText,
  'done-work': doneWorkText,
  campaigns: campaignsText,
  campaign: campaignText,
  publications: publicationsText,
  publication: publicationText,
  mend: loadedText,
  held: heldText,
  revert: ({ text }) => text,
  inbox: inboxText,
  'inbox set': inboxText,
  'inbox look': inboxText,
  sources: sourcesText,
  'source add': sourceAddText,
  'source key': sourceKeyText,
  'source revoke': () => 'The write key is worthless now.',
  'link build': linkBuildText,
  'link check': linkCheckText,
  'identity review': identityReviewText,
  'identity merge': ({ id }) => `Said (${id}). Every number follows; lockstep identity undo ${id} takes it back.`,
  'identity apart': ({ id }) => `Said (${id}). Every number follows; lockstep identity undo ${id} takes it back.`,
  'identity undo': () => 'Taken back. Every number is as it was without it.',
  'person erase': ({ rows, events, letters, files, shared }) =>
    [
      `Erased, for good: ${Object.values(rows).reduce((sum, n) => sum + n, 0)} rows, ${events} events as sent. Every count, credit and sum stands as it was.`,
      ...(letters > 0 ? [`Not sent any more: ${letters === 1 ? 'a letter' : `${letters} letters`} to the person.`] : []),
      ...(files.length > 0 ? [`Removed as received, since they named the person: ${files.join(', ')}.`] : []),
      ...(shared.length > 0 ? [`Shared with others, and left: ${shared.join(', ')}.`] : []),
      'Erase the person in the systems that export him too: a file imported again would bring him back.',
    ].join('\n'),
  'alias confirm': () => 'Confirmed. The rows keep their spelling; every answer now reads it as what it means.',
  'alias revoke': () => 'Taken back.',
  doctor: doctorText,
  backup: backupText,
  restore: restoreText,
  export: exportText,
  password: passwordText,
  'company add': ({ id, name }) => `Founded ${name}. Its short name is ${id}.`,
  demo: ({ company, sha256, counts }) =>
    `The demo company ${company.name} stands (${company.id}): ${Object.entries(counts)
      .map(([what, n]) => `${n} ${what}`)
      .join(', ')}.${sha256 === null ? '' : `\nsha256 of its export: ${sha256}`}`,
};

/** The answer of operation `name` as text. */
export const printed = (name: Name, value: unknown): string => {
  const print = PRINTERS[name] as ((value: unknown) => string) | undefined;
  return print ? print(value) : plainText(value);
};
