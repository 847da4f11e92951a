import type { ComponentChildren } from 'preact';
import { Button } from '../../../ui/button.tsx';
import { ScreenBody } from '../../../ui/screen-body.tsx';
import { ScreenHead } from '../../../ui/screen-head.tsx';

export interface QueryFrameProps {
  readonly title: string;
  readonly subtitle?: string | undefined;
  readonly onBack: () => void;
  /** Beside the title. */
  readonly aside?: { readonly label: string; readonly onClick: () => void };
  readonly children: ComponentChildren;
}

export function QueryFrame({ title, subtitle, onBack, aside, children }: QueryFrameProps) {
  return (
    <ScreenBody
      head={
        <ScreenHead title={title} {...(subtitle === undefined ? {} : { subtitle })} onBack={onBack}>
          {aside && (
            <Button size="row" onClick={aside.onClick}>
              {aside.label}
            </Button>
          )}
        </ScreenHead>
      }
      readingOnly={false}
    >
      <div class="query">{children}</div>
    </ScreenBody>
  );
}
