import { useFacts } from '../../state/facts.ts';
import { Answered } from '../../components/Answered.tsx';
import { useForecasts } from '../../state/forecasts.ts';
import { HomeMain } from './HomeMain.tsx';
import css from './HomeScreen.module.css';
import { HomeSide } from './HomeSide.tsx';

/** Are we in lockstep? One answer, then why. */
export const HomeScreen = () => {
  const facts = useFacts('home', {});
  const { forecasts } = useForecasts();
  return (
    <div className={css.home}>
      <div>
        <Answered page of={facts} what="the numbers of Home" lines={6}>
          {(answer) => <HomeMain facts={answer} forecasts={forecasts} />}
        </Answered>
      </div>
      <HomeSide />
    </div>
  );
};
