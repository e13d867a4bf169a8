import { lazy, Suspense } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { Answered } from './components/Answered.tsx';
import { lastCompany } from './state/last-company.ts';
import { SessionProvider, useDoor, type Me } from './state/session.tsx';

const CompanyFrame = lazy(async () => ({ default: (await import('./CompanyFrame.tsx')).CompanyFrame }));
const ClaimScreen = lazy(async () => ({ default: (await import('./screens/first-run/ClaimScreen.tsx')).ClaimScreen }));
const StartScreen = lazy(async () => ({ default: (await import('./screens/first-run/StartScreen.tsx')).StartScreen }));
const SignInScreen = lazy(async () => ({ default: (await import('./screens/sign-in/SignInScreen.tsx')).SignInScreen }));
const JoinScreen = lazy(async () => ({ default: (await import('./screens/join/JoinScreen.tsx')).JoinScreen }));

/** What stands behind the front door: first run, sign-in, an invitation, or the house itself. */
export const FrontDoor = () => {
  const door = useDoor();
  return (
    <Suspense fallback={null}>
      <Switch>
        <Route path="/join/:token">{({ token }) => <JoinScreen token={token} me={door.data?.me ?? null} />}</Route>
        <Route>
          <Answered of={door} what="who is here">
            {({ firstRun, me, setupTokenNeeded }) =>
              firstRun ? <ClaimScreen setupTokenNeeded={setupTokenNeeded} /> : me ? <Inside me={me} /> : <SignInScreen />
            }
          </Answered>
        </Route>
      </Switch>
    </Suspense>
  );
};

const Inside = ({ me }: { readonly me: Me }) => {
  const first = me.companies.find((c) => c.id === lastCompany()) ?? me.companies[0];
  return (
    <SessionProvider me={me}>
      <Switch>
        <Route path="/start" component={StartScreen} />
        <Route path="/c/:company/*?">{({ company }) => <CompanyFrame id={company} />}</Route>
        <Route>{first ? <Redirect to={`/c/${first.id}`} replace /> : <StartScreen />}</Route>
      </Switch>
    </SessionProvider>
  );
};
