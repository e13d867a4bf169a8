/** Every operation by its name. One that the contract names and nobody has written does not compile. */
import { askOperations } from './ask/ask-operations.ts';
import { bookOperations } from './book/book-operations.ts';
import { careOperations } from './care/care-operations.ts';
import { factsOperations } from './facts/facts-operations.ts';
import { forecastOperations } from './forecast/forecast-operations.ts';
import { houseOperations } from './house/house-operations.ts';
import { feedOperations } from './plan/feed-operations.ts';
import { identityOperations } from './identity/identity-operations.ts';
import { intakeOperations } from './intake/intake-operations.ts';
import { findOperations } from './find/find-operations.ts';
import { talkOperations } from './talk/talk-operations.ts';
import { publishedOperations } from './published/published-operations.ts';
import { marketOperations } from './market/market-operations.ts';
import { planOperations } from './plan/plan-operations.ts';
import { strategyOperations } from './strategy/strategy-operations.ts';
import { verdictOperations } from './verdict/verdict-operations.ts';
import { workOperations } from './work/work-operations.ts';
import { workshopOperations } from './workshop/workshop-operations.ts';
import type { Operations } from './operation.ts';

export const operations: Operations = {
  ...houseOperations,
  ...bookOperations,
  ...feedOperations,
  ...intakeOperations,
  ...planOperations,
  ...marketOperations,
  ...verdictOperations,
  ...publishedOperations,
  ...factsOperations,
  ...identityOperations,
  ...askOperations,
  ...forecastOperations,
  ...findOperations,
  ...talkOperations,
  ...strategyOperations,
  ...workOperations,
  ...workshopOperations,
  ...careOperations,
};
