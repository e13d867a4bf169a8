/** Every operation there is. A new one appears at all doors by standing here and in operations/. */
import { askContract } from './ask.ts';
import { bookContract } from './book.ts';
import { careContract } from './care.ts';
import { commentsContract } from './comments.ts';
import { factsContract } from './facts.ts';
import { folderContract } from './folder.ts';
import { forecastContract } from './forecast.ts';
import { linksContract } from './links.ts';
import { sourcesContract } from './sources.ts';
import { searchContract } from './search.ts';
import { houseContract } from './house.ts';
import { workContract } from './work.ts';
import { strategyContract } from './strategy.ts';
import { feedContract } from './feed.ts';
import { intakeContract } from './intake.ts';
import { publishedContract } from './published.ts';
import { identityContract } from './identity.ts';
import { stagesContract } from './stages.ts';
import { planContract } from './plan.ts';
import { workshopContract } from './workshop.ts';
import { marketContract } from './market.ts';
import { verdictContract } from './verdict.ts';

export const contract = {
  ...houseContract,
  ...bookContract,
  ...feedContract,
  ...intakeContract,
  ...factsContract,
  ...identityContract,
  ...stagesContract,
  ...folderContract,
  ...sourcesContract,
  ...linksContract,
  ...askContract,
  ...forecastContract,
  ...commentsContract,
  ...searchContract,
  ...planContract,
  ...marketContract,
  ...verdictContract,
  ...publishedContract,
  ...strategyContract,
  ...workshopContract,
  ...workContract,
  ...careContract,
};
export type Contract = typeof contract;
