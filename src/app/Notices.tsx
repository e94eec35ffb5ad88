import { lazy, type ReactNode, Suspense } from 'react';
import { laterWords } from '../i18n/speak';
import { ComputingNote } from './ComputingNote';
import type { Session } from './session';

const NoticeBar = lazy(async () => {
  await laterWords;
  return { default: (await import('./NoticeBar')).NoticeBar };
});

/** What there is to say over the stage: what could not be done, and what is still being computed. */
export function Notices({ session }: { readonly session: Session }): ReactNode {
  return (
    <>
      <Suspense>
        <NoticeBar session={session} />
      </Suspense>
      <ComputingNote session={session} />
    </>
  );
}
