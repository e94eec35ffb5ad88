import type { ReactNode } from 'react';
import { ComputingNote } from './ComputingNote';
import { NoticeBar } from './NoticeBar';
import type { Session } from './session';

/** What there is to say over the stage: what could not be done, and what is still being computed. */
export function Notices({ session }: { readonly session: Session }): ReactNode {
  return (
    <>
      <NoticeBar session={session} />
      <ComputingNote session={session} />
    </>
  );
}
