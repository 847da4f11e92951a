import type { ComponentChildren } from 'preact';
import { ot } from '../../../ui/form-words.ts';
import { leavePage, pageBefore } from '../acts/leave-page.ts';
import { Acts, SavedLine } from '../parts/form-acts.tsx';
import { OrderFrame } from '../parts/order-frame.tsx';
import { stepTitle } from '../parts/step-title.ts';
import type { OrderDesk } from '../state/order-desk.ts';
import { type FormPage, formPagesOf } from '../state/order-pages.ts';

export interface FormPageFrameProps {
  readonly desk: OrderDesk;
  readonly page: FormPage;
  readonly children: ComponentChildren;
  readonly onHome: () => void;
  /** What the page does instead of going on to the next. */
  readonly act?: { readonly label: string; readonly onClick: () => void };
}

/** A page of the form: back, and on when everything on it is right. */
export function FormPageFrame({ desk, page, children, onHome, act }: FormPageFrameProps) {
  const { session } = desk;
  const { applied, form, formPage, busy } = session;
  const before = pageBefore(session, page);
  const pages = formPagesOf(applied.holder);
  const next = pages[pages.indexOf(page) + 1];
  const back = {
    label: before ? ot('act.back') : ot('act.facts'),
    onClick() {
      // What is under way ends on the page on which it began.
      if (busy.peek() !== undefined) return;
      session.failure.value = undefined;
      if (before) formPage.value = before;
      else onHome();
    },
  };
  return (
    <OrderFrame
      desk={desk}
      step={page}
      onHome={onHome}
      acts={
        <Acts
          back={back}
          primary={{
            label: act?.label ?? ot('act.next', { title: next ? stepTitle(next, applied, form.values.value) : '' }),
            busy: busy.value === 'next',
            onClick: act?.onClick ?? (() => void leavePage(session, page)),
          }}
        >
          <SavedLine desk={desk} />
        </Acts>
      }
    >
      {children}
    </OrderFrame>
  );
}
