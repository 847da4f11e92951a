import { t } from '../i18n.ts';
import { IconButton } from '../icon-button.tsx';
import { Spinner } from '../spinner.tsx';
import './captcha-field.css';
import { Field, type FieldProps } from './field.tsx';
import { hasLeft } from './has-left.ts';
import './input.css';

export type Captcha =
  | { readonly kind: 'loading' }
  /** A data URL: nothing is fetched by drawing it. */
  | { readonly kind: 'picture'; readonly address: string }
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'failed' };

export interface CaptchaFieldProps<Problem> extends FieldProps<string, Problem> {
  readonly captcha: Captcha;
  readonly onAnother: () => void;
  /** The same in words, for those who cannot see it. */
  readonly onInWords: () => void;
}

export function CaptchaField<Problem>(props: CaptchaFieldProps<Problem>) {
  const { field, captcha, onAnother, onInWords } = props;
  const inWords = captcha.kind !== 'words' && (
    <button
      type="button"
      onClick={() => {
        // The button goes when the words come.
        field.focus();
        onInWords();
      }}
    >
      {t('part.captchaWords')}
    </button>
  );
  return (
    <Field {...props} aside={inWords || <span />}>
      {(control) => (
        <div class="captcha">
          <input
            {...control}
            class="inp"
            type="text"
            inputMode="numeric"
            autocomplete="off"
            value={field.value.value}
            onInput={({ currentTarget }) => field.edit(currentTarget.value)}
            onBlur={(event) => {
              if (hasLeft(event)) field.leave();
            }}
          />
          <div class="captcha-box" aria-live="polite" aria-busy={captcha.kind === 'loading'}>
            <Question captcha={captcha} />
          </div>
          <IconButton icon="renew" label={t('part.captchaNew')} onClick={onAnother} />
        </div>
      )}
    </Field>
  );
}

function Question({ captcha }: { readonly captcha: Captcha }) {
  switch (captcha.kind) {
    case 'loading':
      return (
        <>
          <Spinner />
          <span class="sr">{t('part.captchaLoading')}</span>
        </>
      );
    case 'picture':
      return <img src={captcha.address} alt={t('part.captchaPicture')} />;
    case 'words':
      return <span>{captcha.text}</span>;
    case 'failed':
      return <span class="bad">{t('part.captchaFailed')}</span>;
  }
}
