import { useState } from 'react';
import { useLocation } from 'wouter';
import { Button } from '../../components/Button.tsx';
import { Headline } from '../../components/Headline.tsx';
import { FrontPage } from '../../shell/FrontPage.tsx';
import { useSession } from '../../state/session.tsx';
import { DemoMaker } from './DemoMaker.tsx';
import { MineForm } from './MineForm.tsx';
import css from './StartScreen.module.css';

/** A company to open: the invented one, or one's own. */
export const StartScreen = () => {
  const { me, signOut } = useSession();
  const [, go] = useLocation();
  const [mine, setMine] = useState(false);
  const [making, setMaking] = useState(false);
  const demo = me.companies.find((c) => c.demo);
  if (!me.houseOwner)
    return (
      <FrontPage>
        <Headline title="You belong to no company yet.">Ask an owner of one for an invitation link, then open it in this browser.</Headline>
        <div>
          <Button onPress={() => void signOut()}>Sign out</Button>
        </div>
      </FrontPage>
    );
  return (
    <FrontPage wide>
      <Headline title={me.companies.length > 0 ? 'Add a company' : `Good to have you, ${me.name.split(' ')[0]}. Where do we begin?`}>
        Each company stands apart, in a folder of its own.
      </Headline>
      <div className={css.two}>
        <section className={css.way} aria-labelledby="mine">
          <h2 id="mine">Start mine</h2>
          {mine ? (
            <MineForm />
          ) : (
            <>
              <p>Four questions, then your CRM export. The first answers come within seconds of it.</p>
              <Button
                kind={me.companies.length > 0 ? 'primary' : 'plain'}
                onPress={() => setMine(true)}
                forbid={making ? 'The demo company is being made.' : null}
              >
                Start mine
              </Button>
            </>
          )}
        </section>
        {!mine && (
          <section className={css.way} aria-labelledby="demo">
            <h2 id="demo">Look around first</h2>
            <p>Lademar sells dock scheduling to shippers. Two years of agreements, work, campaigns, touches and deals, all invented.</p>
            {demo ? (
              <Button onPress={() => go(`/c/${demo.id}`)}>Open the demo company</Button>
            ) : (
              <DemoMaker primary={me.companies.length === 0} onMaking={setMaking} />
            )}
          </section>
        )}
      </div>
      {me.companies.length > 0 && (
        <p className="sm">
          <button type="button" className="lnk" onClick={() => go('/')}>
            Back to {me.companies[0]!.name}
          </button>
        </p>
      )}
    </FrontPage>
  );
};
