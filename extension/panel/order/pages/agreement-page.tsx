import type { AgreementText } from '@certbridge/shared/text/agreements/agreement-text.ts';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { ot } from '../../../ui/form-words.ts';
import { language, t } from '../../../ui/i18n.ts';
import { Notice } from '../../../ui/notice.tsx';
import { ScreenBody } from '../../../ui/screen-body.tsx';
import { ScreenHead } from '../../../ui/screen-head.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import './agreement-page.css';
import type { AgreementId, OrderDesk } from '../state/order-desk.ts';
import { readAgreement } from '../state/read-agreement.ts';

/** One of the texts that are agreed to, over the page from which it was opened. */
export function AgreementPage({ desk, id }: { readonly desk: OrderDesk; readonly id: AgreementId }) {
  const text = useSignal<AgreementText | undefined>(undefined);
  const spoken = language.value;
  useEffect(() => {
    let wanted = true;
    void readAgreement(id, spoken).then((read) => {
      if (wanted) text.value = read;
    });
    return () => {
      wanted = false;
    };
  }, [id, spoken]);
  const close = () => {
    desk.reading.value = undefined;
  };
  const version = text.value?.version;
  return (
    <ScreenBody
      head={
        <ScreenHead
          title={ot(`agreement.${id}`)}
          {...(version ? { subtitle: ot('agreement.version', { version }) } : {})}
          onBack={close}
        />
      }
      readingOnly
    >
      {text.value ? <Reading text={text.value} /> : <Skeleton blockSize={320} card />}
    </ScreenBody>
  );
}

function Reading({ text }: { readonly text: AgreementText }) {
  return (
    <article class="agreement">
      <p>{text.lead}</p>
      {text.sections.map(({ title, paragraphs }) => (
        <section key={title}>
          <h2>{title}</h2>
          {paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </section>
      ))}
      {language.value === 'zh-CN' ? null : (
        <Notice tone="plain" title={t('app.name')}>
          {ot('agreement.chineseRules')}
        </Notice>
      )}
    </article>
  );
}
