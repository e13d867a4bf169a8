import { useFacts } from '../../state/facts.ts';
import { Answered } from '../../components/Answered.tsx';
import { HomeMain } from './HomeMain.tsx';
import css from './HomeScreen.module.css';
import { HomeSide } from './HomeSide.tsx';

/** Are we in lockstep? One answer, then why. */
export const HomeScreen = () => {
  const facts = useFacts('home', {});
  return (
    <div className={css.home}>
      <div>
        <Answered page of={facts} what="the numbers of Home" lines={6}>
          {(answer) => <HomeMain facts={answer} />}
        </Answered>
      </div>
      <HomeSide />
    </div>
  );
};
