/** Operations that answer: questions of the facts, and the views made of them. */
import type { Operations } from '../operation.ts';
import { ask } from './ask.ts';
import { chart } from './chart.ts';
import { creditLearned } from './credit-learned.ts';
import { credit } from './credit.ts';
import { deal } from './deal.ts';
import { deals } from './deals.ts';
import { home } from './home.ts';
import { questions } from './questions.ts';
import { rows } from './rows.ts';
import { stages } from './stages.ts';
import { thread } from './thread.ts';
import { touchRules } from './touch-rules.ts';

export const askOperations = {
  ask,
  questions,
  home,
  thread,
  credit,
  'credit-learned': creditLearned,
  'touch-rules': touchRules,
  stages,
  deals,
  deal,
  rows,
  chart,
} satisfies Partial<Operations>;
