import { doingPart } from '../../../views/home/doing.ts';
import { homePage } from '../../../views/home/page.ts';
import type { OutcomeForecast } from '../../../views/forecast/forecast.ts';
import { openedStand } from '../../../views/forecast/opened.ts';
import { openedOutcome } from '../../../views/home/opened.ts';
import { plural } from '../../../views/words/format.ts';
import type { HomeFacts } from '../../../views/home/home.ts';
import { Figure } from '../../components/figure/Figure.tsx';
import { hueStyle } from '../../components/thread/hue.ts';
import { useCompany } from '../../state/company.tsx';
import { AgreedQuestion } from './AgreedQuestion.tsx';
import { CourseQuestion } from './CourseQuestion.tsx';
import { DoingQuestion } from './DoingQuestion.tsx';
import css from './HomeScreen.module.css';
import { WorkQuestion } from './WorkQuestion.tsx';

/** The answer and the four questions under it, on the thread. */
export const HomeMain = ({ facts, forecasts }: { readonly facts: HomeFacts; readonly forecasts: readonly OutcomeForecast[] | null }) => {
  const { book, company, today } = useCompany();
  const page = homePage(book, facts, today, forecasts ?? []);
  const doing = doingPart(book, facts.period, today);
  return (
    <>
      <p className={css.kick}>Are we in lockstep?</p>
      <h1 className={css.answer}>
        {forecasts === null && page.stands.length > 0 && facts.loads.length > 0 ? (
          // No title judges what is still being counted.
          <>The chances of {plural(page.stands.length, 'outcome')} are being computed.</>
        ) : null}
        {(forecasts !== null || page.stands.length === 0 || facts.loads.length === 0 ? page.verdict.parts : []).map(({ text, opens }) => {
          const opened = opens && (openedStand(opens) ?? openedOutcome(opens, company.currency, today));
          return opened ? (
            <Figure key={text} opens={opened}>
              {text}
            </Figure>
          ) : (
            text
          );
        })}
      </h1>
      <ol className={css.questions}>
        <li style={hueStyle('guidepoint')} className={page.agreed.locked ? undefined : css.open}>
          <AgreedQuestion agreed={page.agreed} />
        </li>
        <li style={hueStyle('outcome')} className={page.stands.length > 0 ? undefined : css.open}>
          <CourseQuestion stands={page.stands} due={page.due} waiting={forecasts === null && facts.loads.length > 0} />
        </li>
        <li style={hueStyle('priority')} className={doing.view.state === 'agreed' ? undefined : css.open}>
          <DoingQuestion doing={doing} />
        </li>
        <li style={hueStyle('revenue')} className={facts.won ? undefined : css.open}>
          <WorkQuestion facts={facts} />
        </li>
      </ol>
    </>
  );
};
