import { Button } from '../button.tsx';
import type { KeyValueStore } from '../key-value-store.ts';
import { LanguageChoice } from '../language-choice.tsx';
import { ButtonSamples } from './button-samples.tsx';
import { ChoiceSamples } from './choice-samples.tsx';
import { CodeSamples } from './code-samples.tsx';
import { DialogSamples } from './dialog-samples.tsx';
import { FieldSamples } from './field-samples.tsx';
import './gallery.css';
import { IconSamples } from './icon-samples.tsx';
import { KeyCardSamples } from './key-card-samples.tsx';
import { ListSamples } from './list-samples.tsx';
import { MessageSamples } from './message-samples.tsx';
import { OtherSamples } from './other-samples.tsx';
import { QrSamples } from './qr-samples.tsx';
import { SCENES } from './scenes.ts';
import { StepSamples } from './step-samples.tsx';
import { UploadSamples } from './upload-samples.tsx';

/** Every part in every state. */
export function PartsPage({ store }: { readonly store: KeyValueStore }) {
  return (
    <main class="gallery">
      <header>
        <h1>证桥 · 部件</h1>
        <Button size="row" onClick={() => setTheme('light')}>
          浅色
        </Button>
        <Button size="row" onClick={() => setTheme('dark')}>
          深色
        </Button>
        <LanguageChoice store={store} />
      </header>
      <KeyCardSamples />
      <ButtonSamples />
      <FieldSamples />
      <ChoiceSamples />
      <CodeSamples />
      <UploadSamples />
      <StepSamples />
      <QrSamples />
      <ListSamples />
      <DialogSamples />
      <MessageSamples />
      <OtherSamples />
      <IconSamples />
      <section>
        <h2>整屏</h2>
        <ul class="row">
          {Object.keys(SCENES).map((name) => (
            <li key={name}>
              <a href={`?scene=${name}`}>{name}</a>
            </li>
          ))}
        </ul>
      </section>
    </main>
  );
}

function setTheme(theme: 'light' | 'dark'): void {
  document.documentElement.dataset['theme'] = theme;
}
