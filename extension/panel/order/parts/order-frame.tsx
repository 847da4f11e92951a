import type { ComponentChildren } from 'preact';
import { ActsBar } from '../../../ui/acts-bar.tsx';
import { ot } from '../../../ui/form-words.ts';
import { ScreenBody } from '../../../ui/screen-body.tsx';
import { StepHeader } from '../../../ui/steps/step-header.tsx';
import { applicationFields } from '../state/application-form.ts';
import type { OrderDesk } from '../state/order-desk.ts';
import { type Step, stepsOf } from '../state/order-pages.ts';
import { FailureNotice } from './failure-notice.tsx';
import { LeaveRow } from './leave-row.tsx';
import { stepTitle } from './step-title.ts';

export interface OrderFrameProps {
  readonly desk: OrderDesk;
  readonly step: Step;
  readonly children: ComponentChildren;
  /** Pinned below: what can be done now, and one line on what happens then. */
  readonly acts: ComponentChildren;
  readonly onHome: () => void;
}

/** One step of an application: which one it is, its content, and the way on. */
export function OrderFrame({ desk, step, children, acts, onHome }: OrderFrameProps) {
  const { session } = desk;
  const order = session.order.value;
  // What the choices so far bring with them is in the form before it is in the order.
  const fields = order && order.state !== 'drafting' ? order.fields : applicationFields(session.form);
  const steps = stepsOf(session.applied, fields);
  const at = steps.indexOf(step);
  const next = steps[at + 1];
  return (
    <ScreenBody
      head={
        <StepHeader
          title={stepTitle(step, session.applied, fields)}
          step={at + 1}
          steps={steps.length}
          next={next && stepTitle(next, session.applied, fields)}
        />
      }
      readingOnly={false}
      foot={<ActsBar>{acts}</ActsBar>}
    >
      <div class="order-page">
        {order && <p class="order-number cap">{ot('frame.number', { number: order.number })}</p>}
        {children}
        <FailureNotice desk={desk} />
        <LeaveRow desk={desk} onHome={onHome} />
      </div>
    </ScreenBody>
  );
}
